package studio.pingvas.worker.job;

import java.util.UUID;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.worker.image.Bitmap;

/**
 * How far a job is.
 *
 * @param step steps done over all its pictures
 * @param secondsLeft estimate until the last step
 */
public record StepReport(
        UUID jobId,
        UUID userId,
        Attempt attempt,
        int step,
        int totalSteps,
        double secondsLeft,
        Bitmap preview) {}
