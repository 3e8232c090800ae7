package studio.pingvas.generation.steering;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import studio.pingvas.contracts.generation.CancelledJobs;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobTransitions;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/**
 * Ends many jobs of one user, some at a time, so that no transaction is long. What a crash cuts in
 * half is finished as after a single cancellation.
 */
@Dependent
public class MassCancellation {
    static final int AT_A_TIME = 100;

    @EJB CreditLedger ledger;
    @Inject JobTransitions transitions;
    @Inject DatabaseClock clock;

    /**
     * @param except a job that is left alone, or null
     */
    public CancelledJobs cancel(UUID userId, List<JobStatus> statuses, UUID except) {
        // What is accepted meanwhile is left alone: otherwise this need not end.
        Instant now = clock.now();
        return cancel(
                userId,
                () -> transitions.decideCancelled(userId, statuses, except, now, AT_A_TIME));
    }

    /** What of the batch has not ended. */
    public CancelledJobs cancelBatch(UUID userId, UUID batchId) {
        return cancel(userId, () -> transitions.decideBatchCancelled(userId, batchId, AT_A_TIME));
    }

    private CancelledJobs cancel(UUID userId, Supplier<List<GenerationJob>> next) {
        Map<UUID, Long> refunded = new LinkedHashMap<>();
        List<GenerationJob> some;
        do {
            some = next.get();
            Map<UUID, Long> ofSome = release(userId, some);
            transitions.endAll(ofSome);
            refunded.putAll(ofSome);
        } while (some.size() == AT_A_TIME);
        return new CancelledJobs(
                List.copyOf(refunded.keySet()),
                refunded.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<UUID, Long> release(UUID userId, List<GenerationJob> jobs) {
        List<UUID> ids = jobs.stream().map(GenerationJob::id).toList();
        Map<UUID, Long> returned = ledger.releaseAll(userId, ids);
        Map<UUID, Long> refunded = new LinkedHashMap<>();
        ids.forEach(id -> refunded.put(id, returned.getOrDefault(id, 0L)));
        return refunded;
    }
}
