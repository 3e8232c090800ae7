package studio.pingvas.generation.forecast;

import java.util.EnumMap;
import java.util.Map;
import studio.pingvas.contracts.payment.Tier;

/**
 * How far from what was expected jobs ended: 1 as expected, 2 after twice the time. What no model
 * of the queue foresees (who comes later and goes first, workers that die) is in here, and so the
 * quantiles that people are told hold whatever its reason.
 */
final class Surprises {
    private static final int KEPT = 50;
    private static final int ENOUGH = 20;

    /** What decides how sure a time is: how much of it is waiting. */
    private enum Waiting {
        LITTLE,
        PARTLY,
        MOSTLY;

        static Waiting of(Eta eta) {
            double share = eta.waiting() / eta.expected();
            return share < 0.1 ? LITTLE : share < 0.7 ? PARTLY : MOSTLY;
        }
    }

    private final Map<Tier, Map<Waiting, RecentValues>> byTier = new EnumMap<>(Tier.class);
    private final Map<Waiting, RecentValues> ofAll = new EnumMap<>(Waiting.class);

    void add(EndedJob job) {
        double surprise = job.totalSeconds() / job.told().expected();
        if (!(surprise > 0) || Double.isInfinite(surprise)) {
            return;
        }
        Waiting waiting = Waiting.of(job.told());
        values(byTier.computeIfAbsent(job.tier(), tier -> new EnumMap<>(Waiting.class)), waiting)
                .add(surprise);
        values(ofAll, waiting).add(surprise);
    }

    /** Null if too few jobs of that sort have ended. */
    Distribution of(Tier tier, Eta eta) {
        Waiting waiting = Waiting.of(eta);
        RecentValues own = byTier.getOrDefault(tier, Map.of()).get(waiting);
        RecentValues enough = own != null && own.size() >= ENOUGH ? own : ofAll.get(waiting);
        return enough == null || enough.size() < ENOUGH ? null : enough.distribution();
    }

    private static RecentValues values(Map<Waiting, RecentValues> map, Waiting waiting) {
        return map.computeIfAbsent(waiting, unseen -> new RecentValues(KEPT));
    }
}
