package studio.pingvas.worker.life;

import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Attempt;

/** What the worker does just now. One thread works and writes; any thread looks. */
public final class CurrentJob {
    private volatile Work work;

    /**
     * A job under way.
     *
     * @param startNanos {@link System#nanoTime} at its beginning
     * @param step steps done over all its pictures
     * @param totalSteps 0 until the first one is done
     */
    public record Work(UUID jobId, Attempt attempt, long startNanos, int step, int totalSteps) {}

    public void begin(UUID jobId, Attempt attempt) {
        work = new Work(jobId, attempt, System.nanoTime(), 0, 0);
    }

    public void stepDone(int step, int totalSteps) {
        Work before = work;
        work = new Work(before.jobId(), before.attempt(), before.startNanos(), step, totalSteps);
    }

    public void end() {
        work = null;
    }

    public Optional<Work> now() {
        return Optional.ofNullable(work);
    }
}
