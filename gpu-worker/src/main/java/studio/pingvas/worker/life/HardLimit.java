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
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(15);
    private static final long LOOK_MILLIS = 500;
    private static final long LOG_MILLIS = 2_000;

    private final CurrentJob job;
    private final Duration limit;
    private final LongSupplier loadingNanos;
    private final LongSupplier nanoTime;
    private long watched;
    private long loadedBefore;

    /**
     * @param loadingNanos time spent on reading models since the start. It does not count: a large
     *     model on a slow disk would kill every worker that reads it, and never be warm
     */
    public HardLimit(CurrentJob job, Duration limit, LongSupplier loadingNanos) {
        this(job, limit, loadingNanos, System::nanoTime);
    }

    HardLimit(CurrentJob job, Duration limit, LongSupplier loadingNanos, LongSupplier nanoTime) {
        this.job = job;
        this.limit = limit;
        this.loadingNanos = loadingNanos;
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

    /** The job that is over its limit now. To be asked soon after a job begins, and again. */
    Optional<CurrentJob.Work> overrun() {
        return job.now().filter(work -> nanosOf(work) > limitOf(work.attempt()).toNanos());
    }

    private long nanosOf(CurrentJob.Work work) {
        long loading = loadingNanos.getAsLong();
        if (work.startNanos() != watched) {
            watched = work.startNanos();
            loadedBefore = loading;
        }
        long forgiven = Math.min(loading - loadedBefore, LONGEST_LOAD.toNanos());
        return nanoTime.getAsLong() - work.startNanos() - forgiven;
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
            CurrentJob.Work hanging = overrun.get();
            Thread telling = new Thread(() -> tell(hanging, working), "hard-limit-log");
            telling.setDaemon(true);
            telling.start();
            // Nobody may be reading the log any more, and a write would wait for ever.
            telling.join(LOG_MILLIS);
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
