package studio.pingvas.generation.status;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.generation.JobGlance;
import studio.pingvas.contracts.generation.QueueMeasures;
import studio.pingvas.contracts.generation.QueueStatus;
import studio.pingvas.contracts.generation.QueueStatusView;
import studio.pingvas.contracts.generation.TierStatus;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.workers.LiveWorker;
import studio.pingvas.generation.workers.LiveWorkers;

/** Puts together what others count. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaQueueStatus implements QueueStatus {
    private static final int MOST_JOBS = 100;

    @Inject LineCounts counts;
    @Inject RecentCounts recent;
    @Inject LongestJobs longest;
    @Inject JobForecast forecast;
    @Inject LiveWorkers workers;
    @Inject EventTally tally;
    @Inject DeadLetterGauge deadLetters;

    @Override
    public QueueStatusView of(UUID userId) {
        List<TierStatus> tiers = recent.tiers();
        return new QueueStatusView(
                counts.of(userId),
                tiers.stream().map(TierStatus::jobs).reduce(JobCounts.NONE, JobCounts::plus),
                workers.count(),
                tiers,
                tiers.stream().allMatch(TierStatus::paused),
                forecast.shareInTime().orElse(null));
    }

    @Override
    public List<JobGlance> longestWaiting(int most) {
        return longest.waiting(Math.min(most, MOST_JOBS));
    }

    @Override
    public List<JobGlance> longestRunning(int most) {
        return longest.running(Math.min(most, MOST_JOBS));
    }

    @Override
    public QueueMeasures measures() {
        return new QueueMeasures(
                recent.tiers(),
                workers.all().stream()
                        .collect(Collectors.groupingBy(LiveWorker::device, Collectors.counting())),
                forecast.shareInTime().orElse(null),
                deadLetters.value().orElse(null),
                tally.accepted(),
                tally.ended());
    }
}
