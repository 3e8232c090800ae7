package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;

/**
 * What became of failed jobs that were to be tried again.
 *
 * @param refused the last one may stand for more: where credits or room are short, no others are
 *     tried
 */
public record RetriedJobs(List<Retry> retried, List<Refusal> refused) {
    public RetriedJobs {
        retried = List.copyOf(retried);
        refused = List.copyOf(refused);
    }

    /**
     * @param retryOf the job that had failed
     * @param jobId the new one
     */
    public record Retry(UUID retryOf, UUID jobId) {}

    /**
     * @param jobId that had failed and stays as it is
     * @param code of the failure that forbids to try it again
     */
    public record Refusal(UUID jobId, String code, String message) {}
}
