package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.OpenHold;

/**
 * Gives back what was set aside for jobs that were never written, or have ended without it. Most
 * open holds belong to jobs that wait, however long; so each look around goes on where the last one
 * stopped, or the holds behind them would never be seen.
 */
@Dependent
public class StrayHolds {
    /** A job may come that long after its hold. */
    static final int AGE_SECONDS = 600;

    static final int PAGE = CreditLedger.MOST_HOLDS;
    private static final int MOST_PAGES = 10;

    @EJB CreditLedger ledger;
    @Inject JobStore store;

    /** The last hold that was looked at; null to begin with the oldest. */
    private OpenHold last;

    public void sweep() {
        for (int i = 0; i < MOST_PAGES; i++) {
            List<OpenHold> page = ledger.openHolds(AGE_SECONDS, last, PAGE);
            releaseStrays(page);
            if (page.size() < PAGE) {
                last = null;
                return;
            }
            last = page.get(PAGE - 1);
        }
    }

    private void releaseStrays(List<OpenHold> holds) {
        Set<UUID> live = store.liveAmong(holds.stream().map(OpenHold::jobId).toList());
        Map<UUID, List<UUID>> strays =
                holds.stream()
                        .filter(hold -> !live.contains(hold.jobId()))
                        .collect(
                                Collectors.groupingBy(
                                        OpenHold::userId,
                                        HashMap::new,
                                        Collectors.mapping(OpenHold::jobId, Collectors.toList())));
        strays.forEach(ledger::releaseAll);
    }
}
