package studio.pingvas.contracts.generation;

import java.util.List;

/**
 * @param own jobs of the one who asks
 * @param all jobs of everybody
 * @param workers that were heard lately
 * @param tiers from the lowest to the highest
 * @param paused whether no tier is served
 * @param etaP90HitShare of the last 1,000 completed jobs, those that ended before the time told as
 *     p90; null if there is none
 */
public record QueueStatusView(
        JobCounts own,
        JobCounts all,
        int workers,
        List<TierStatus> tiers,
        boolean paused,
        Double etaP90HitShare) {
    public QueueStatusView {
        tiers = List.copyOf(tiers);
    }
}
