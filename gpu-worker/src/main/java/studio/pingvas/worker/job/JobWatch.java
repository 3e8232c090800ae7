package studio.pingvas.worker.job;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.pipeline.StepListener;

/** Follows one job step by step: reports, and stops it when it is cancelled or takes too long. */
final class JobWatch implements StepListener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final GenerateImage request;
    private final Attempt attempt;
    private final JobSettings settings;
    private final Cancellations cancellations;
    private final Consumer<StepReport> reports;
    private final LongSupplier nanoTime;
    private final long taken;
    private long begun;
    private int total;
    private int done;

    JobWatch(
            GenerateImage request,
            Attempt attempt,
            JobSettings settings,
            Cancellations cancellations,
            Consumer<StepReport> reports,
            LongSupplier nanoTime) {
        this.request = request;
        this.attempt = attempt;
        this.settings = settings;
        this.cancellations = cancellations;
        this.reports = reports;
        this.nanoTime = nanoTime;
        this.taken = nanoTime.getAsLong();
        this.begun = taken;
    }

    /**
     * The request is read; from here on time is spent on steps.
     *
     * @param steps over all pictures
     */
    void workBegins(int steps) {
        total = steps;
        begun = nanoTime.getAsLong();
    }

    @Override
    public void stepDone(int picture, int step, Supplier<Bitmap> preview) {
        check();
        report(preview.get());
        pause();
        check();
    }

    /**
     * @throws GenerationCancelledException if the job was cancelled
     * @throws TimeLimitExceededException if it is over its limit
     */
    void check() {
        if (cancellations.contains(request.jobId())) {
            throw new GenerationCancelledException(request.jobId());
        }
        if (nanoTime.getAsLong() - taken > settings.softLimit().toNanos()) {
            throw new TimeLimitExceededException(settings.softLimit());
        }
    }

    private void report(Bitmap preview) {
        // Where memory was short a picture is begun again, and its steps come twice.
        done = Math.min(done + 1, total);
        double perStep = (nanoTime.getAsLong() - begun) / NANOS_PER_SECOND / done;
        reports.accept(
                new StepReport(
                        request.jobId(),
                        request.userId(),
                        attempt,
                        done,
                        total,
                        perStep * (total - done),
                        preview));
    }

    private void pause() {
        if (settings.stepDelay().isZero()) {
            return;
        }
        try {
            Thread.sleep(settings.stepDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in the middle of a job.", e);
        }
    }
}
