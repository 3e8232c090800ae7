package studio.pingvas.contracts.payment;

import java.util.List;

/**
 * @param accounts how many were checked
 * @param transfers how many were checked
 * @param problems one sentence each; empty when the books are right
 */
public record LedgerReport(long accounts, long transfers, List<String> problems) {
    public LedgerReport {
        problems = List.copyOf(problems);
    }
}
