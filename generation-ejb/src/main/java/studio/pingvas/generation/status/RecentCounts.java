package studio.pingvas.generation.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import studio.pingvas.contracts.generation.TierStatus;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.platform.concurrent.RecentAnswers;

/** The tiers as they were at most a second ago: however many ask, the database is asked once. */
@ApplicationScoped
public class RecentCounts {
    private static final Duration LIFE = Duration.ofSeconds(1);

    @Inject LineCounts counts;
    @Inject JobForecast forecast;

    private final RecentAnswers<String, List<TierStatus>> recent = new RecentAnswers<>(1, LIFE);

    /** From the lowest to the highest. */
    public List<TierStatus> tiers() {
        return recent.get("tiers", any -> read());
    }

    private List<TierStatus> read() {
        return counts.byTier().stream()
                .sorted(Comparator.comparing(TierCounts::tier))
                .map(this::statusOf)
                .toList();
    }

    private TierStatus statusOf(TierCounts line) {
        JobForecast.Waits waits = forecast.waits(line.tier()).orElse(null);
        return new TierStatus(
                line.tier(),
                line.jobs(),
                waits == null ? null : waits.p50(),
                waits == null ? null : waits.p90(),
                line.paused());
    }
}
