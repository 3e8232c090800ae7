package studio.pingvas.contracts.generation;

import java.util.UUID;

/**
 * How far a job is, as sockets and streams tell it.
 *
 * @param seq number of the newest event
 * @param batchId that it was accepted with, or null
 * @param progress 0 to 100
 * @param estimatedTime seconds until it is done, or null
 * @param previewImage JPEG of the picture so far, base64, or null
 */
public record RunningJob(
        String type,
        long seq,
        UUID jobId,
        UUID batchId,
        String status,
        int progress,
        int currentStep,
        int totalSteps,
        Double estimatedTime,
        String previewImage) {
    /** A job that no step is done of. */
    public static RunningJob started(
            long seq, UUID jobId, UUID batchId, int totalSteps, Double estimatedTime) {
        return new RunningJob(
                "progress",
                seq,
                jobId,
                batchId,
                "processing",
                0,
                0,
                totalSteps,
                estimatedTime,
                null);
    }

    /** The same job when so many steps are done. */
    public RunningJob at(int step, int ofSteps, double secondsLeft, String preview) {
        return new RunningJob(
                type,
                seq,
                jobId,
                batchId,
                status,
                100 * step / ofSteps,
                step,
                ofSteps,
                secondsLeft,
                preview);
    }
}
