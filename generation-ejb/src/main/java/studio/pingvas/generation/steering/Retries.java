package studio.pingvas.generation.steering;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.generation.NotRetryableException;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.RetriedJobs;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.Submissions;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Tries jobs again that made no pictures. */
@Dependent
public class Retries {
    static final Duration LOOK_BACK = Duration.ofDays(1);
    static final int MOST = 100;

    @Inject JobStore store;
    @Inject Submissions submissions;
    @Inject DatabaseClock clock;

    GenerationJob retry(GenerationJob job, SpendLimit spendLimit) {
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
            throw new NotRetryableException();
        }
        return submissions.repeat(job, spendLimit);
    }

    RetriedJobs retryFailed(UUID userId, SpendLimit spendLimit) {
        List<RetriedJobs.Retry> retried = new ArrayList<>();
        List<RetriedJobs.Refusal> refused = new ArrayList<>();
        Instant since = clock.now().minus(LOOK_BACK);
        for (GenerationJob failed : store.failedSince(userId, since, MOST)) {
            try {
                UUID jobId = submissions.repeat(failed, spendLimit).id();
                retried.add(new RetriedJobs.Retry(failed.id(), jobId));
            } catch (BusinessException e) {
                refused.add(new RetriedJobs.Refusal(failed.id(), e.code(), e.getMessage()));
                if (concernsAll(e)) {
                    break;
                }
            }
        }
        return new RetriedJobs(retried, refused);
    }

    private static boolean concernsAll(BusinessException refusal) {
        return refusal instanceof InsufficientCreditsException
                || refusal instanceof QueueFullException
                || refusal instanceof SpendLimitReachedException;
    }
}
