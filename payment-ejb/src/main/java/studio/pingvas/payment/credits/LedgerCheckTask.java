package studio.pingvas.payment.credits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.LedgerReport;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/** Proves the books once an hour. Books that are wrong fail the task, so it is loud in the log. */
@Dependent
public class LedgerCheckTask implements PaymentTask {
    @Inject CreditLedger ledger;

    @Override
    public String name() {
        return "ledger-check";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(7));
    }

    @Override
    public String run() {
        LedgerReport report = ledger.check();
        if (!report.problems().isEmpty()) {
            throw new WrongBooksException(report);
        }
        return "The books are right: %d transfers of %d accounts."
                .formatted(report.transfers(), report.accounts());
    }
}
