package studio.pingvas.worker.life;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.Attempt;

/**
 * Ends the process when a job hangs where no exception reaches it: in a network, a kernel or a
 * driver. The broker gives the job to another worker, and whoever started this one starts it again.
 */
public final class HardLimit {
    private static final Logger LOG = LoggerFactory.getLogger(HardLimit.class);
    private static final Attempt FIRST = new Attempt(1, 1);
    // A job that hangs a second time shall be ended by the server's own limit, which looks every
    // ten seconds, before the process dies and a third worker gets it.
    private static final Duration GRACE_OF_RETRY = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 500;

    private final CurrentJob job;
    private final Duration limit;
    private final LongSupplier nanoTime;

    public HardLimit(CurrentJob job, Duration limit) {
        this(job, limit, System::nanoTime);
    }

    HardLimit(CurrentJob job, Duration limit, LongSupplier nanoTime) {
        this.job = job;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /**
     * Watches from a thread of its own.
     *
     * @param working the thread that does jobs; where it hangs is logged
     * @param end must end the process without asking anybody
     */
    public void watch(Thread working, Runnable end) {
        Thread watching = new Thread(() -> watchOn(working, end), "hard-limit");
        watching.setDaemon(true);
        watching.start();
    }

    /** The job that is over its limit now. */
    Optional<CurrentJob.Work> overrun() {
        return job.now()
                .filter(
                        work ->
                                nanoTime.getAsLong() - work.startNanos()
                                        > limitOf(work.attempt()).toNanos());
    }

    private Duration limitOf(Attempt attempt) {
        return attempt.equals(FIRST) ? limit : limit.plus(GRACE_OF_RETRY);
    }

    private void watchOn(Thread working, Runnable end) {
        try {
            Optional<CurrentJob.Work> overrun = overrun();
            while (overrun.isEmpty()) {
                Thread.sleep(LOOK_MILLIS);
                overrun = overrun();
            }
            tell(overrun.get(), working);
            end.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(CurrentJob.Work work, Thread working) {
        LOG.error(
                "job hangs, worker ends job={} attempt={}-{} step={} of {} at:\n{}",
                work.jobId(),
                work.attempt().dispatch(),
                work.attempt().delivery(),
                work.step(),
                work.totalSteps(),
                Arrays.stream(working.getStackTrace())
                        .map(frame -> "\tat " + frame)
                        .collect(Collectors.joining("\n")));
    }
}
