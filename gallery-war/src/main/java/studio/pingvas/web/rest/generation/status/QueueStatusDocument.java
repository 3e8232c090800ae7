package studio.pingvas.web.rest.generation.status;

import java.util.List;
import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.generation.QueueStatusView;
import studio.pingvas.contracts.generation.TierStatus;

/**
 * How the queue stands.
 *
 * @param waiting jobs of the caller that have not started
 * @param running jobs of the caller at workers
 * @param all jobs of everybody
 * @param workers that were heard lately
 * @param tiers from the lowest to the highest
 * @param paused whether no tier is served
 * @param etaP90HitShare of the last 1,000 completed jobs, those that ended before the time told as
 *     p90; null if there is none
 */
public record QueueStatusDocument(
        long waiting,
        long running,
        JobCounts all,
        int workers,
        List<TierDocument> tiers,
        boolean paused,
        Double etaP90HitShare) {
    static QueueStatusDocument of(QueueStatusView status) {
        return new QueueStatusDocument(
                status.own().waiting(),
                status.own().running(),
                status.all(),
                status.workers(),
                status.tiers().stream().map(TierDocument::of).toList(),
                status.paused(),
                status.etaP90HitShare());
    }

    /**
     * @param waitSecondsP50 of the jobs completed last, half waited no longer
     * @param waitSecondsP90 nine of ten waited no longer
     */
    public record TierDocument(
            String tier,
            long waiting,
            long running,
            Double waitSecondsP50,
            Double waitSecondsP90,
            boolean paused) {
        static TierDocument of(TierStatus status) {
            return new TierDocument(
                    status.tier().key(),
                    status.jobs().waiting(),
                    status.jobs().running(),
                    status.waitSecondsP50(),
                    status.waitSecondsP90(),
                    status.paused());
        }
    }
}
