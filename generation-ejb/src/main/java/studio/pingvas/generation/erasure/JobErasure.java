package studio.pingvas.generation.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.library.LibraryErasure;
import studio.pingvas.generation.webhooks.control.WebhookSecrets;

/**
 * Deletes what a user has written, cancels the live jobs, then deletes the ended ones. A late
 * report about a job without a row is ignored wherever it arrives.
 */
@Dependent
public class JobErasure {
    private static final int BATCH = 100;

    @Inject JobStore store;
    @Inject JobEnding ending;
    @Inject ErasedJobs erased;
    @Inject LibraryErasure library;
    @Inject WebhookSecrets secrets;

    /**
     * @return whether there may be more
     * @throws IllegalStateException if a job is just being completed; it ends in a moment
     */
    public boolean step(UUID userId) {
        library.erase(userId);
        List<GenerationJob> live = store.live(userId, BATCH);
        long ended = live.stream().filter(job -> ending.cancel(job.id(), Actor.SYSTEM)).count();
        secrets.forget(userId);
        int deleted = erased.deleteEnded(userId, BATCH);
        if (ended < live.size() && deleted == 0) {
            throw new IllegalStateException("Jobs of user " + userId + " are about to end");
        }
        return !live.isEmpty() || deleted > 0;
    }
}
