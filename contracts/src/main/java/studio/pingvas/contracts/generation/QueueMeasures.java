package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.Map;

/**
 * @param tiers from the lowest to the highest; of the whole cluster
 * @param workersByDevice of the whole cluster
 * @param etaP90HitShare see {@link QueueStatusView}
 * @param deadLetters messages that nobody could use, at most 1,000 counted; null if the broker was
 *     not heard lately
 * @param accepted jobs, by this node since its start
 * @param endedByOutcome jobs whose end this node has recorded since its start
 */
public record QueueMeasures(
        List<TierStatus> tiers,
        Map<String, Long> workersByDevice,
        Double etaP90HitShare,
        Long deadLetters,
        long accepted,
        Map<JobView.Status, Long> endedByOutcome) {
    public QueueMeasures {
        tiers = List.copyOf(tiers);
        workersByDevice = Map.copyOf(workersByDevice);
        endedByOutcome = Map.copyOf(endedByOutcome);
    }
}
