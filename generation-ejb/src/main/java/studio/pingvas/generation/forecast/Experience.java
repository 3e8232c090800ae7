package studio.pingvas.generation.forecast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.payment.Tier;

/** What ended jobs teach about those to come. Small, in memory, and never asked of the database. */
final class Experience {
    static final int JUDGED = 1_000;
    private static final int WAITS_KEPT = 200;

    /** Nothing is known yet: most jobs take no longer than that many times what is expected. */
    private static final double UNKNOWN_SPREAD = 2;

    /** Nothing is done in no time, whatever a model says of itself. */
    private static final double SHORTEST_SECONDS = 0.001;

    private final Paces paces = new Paces();
    private final Surprises surprises = new Surprises();
    private final Map<Tier, RecentValues> waits = new EnumMap<>(Tier.class);
    private final RecentValues inTime = new RecentValues(JUDGED);

    synchronized void note(EndedJob job) {
        paces.add(job);
        waits.computeIfAbsent(job.tier(), tier -> new RecentValues(WAITS_KEPT))
                .add(job.waitSeconds());
        if (job.told() != null) {
            surprises.add(job);
            inTime.add(job.endedInTime() ? 1 : 0);
        }
    }

    /**
     * A job that has not started.
     *
     * @param predictedSeconds of the job itself
     */
    synchronized Eta waiting(
            Tier tier, String model, double predictedSeconds, Ahead ahead, Fleet fleet) {
        Distribution own = paces.of(model, predictedSeconds, fleet);
        double wait = waitOf(ahead, fleet);
        double run = Math.max(own.mean() * predictedSeconds, SHORTEST_SECONDS);
        Eta unsure = new Eta(wait, run, wait + run, UNKNOWN_SPREAD * (wait + run));
        Distribution surprise = surprises.of(tier, unsure);
        if (surprise == null) {
            return unsure;
        }
        double expected = unsure.expected();
        return new Eta(
                wait, run, expected * surprise.quantile(0.5), expected * surprise.quantile(0.9));
    }

    /** A job that has run for a while: what jobs took that had run as long. */
    synchronized Eta running(
            String model, double predictedSeconds, double elapsedSeconds, Fleet fleet) {
        Distribution own = paces.of(model, predictedSeconds, fleet);
        Distribution left = own.beyond(elapsedSeconds / predictedSeconds);
        if (left == null) {
            // Longer than any before it: about as sure as that it takes a while yet.
            return new Eta(0, 0, elapsedSeconds / 10, elapsedSeconds);
        }
        return new Eta(
                0,
                left.mean() * predictedSeconds,
                left.quantile(0.5) * predictedSeconds,
                left.quantile(0.9) * predictedSeconds);
    }

    /** The last ones of that tier, in seconds; empty if there was none. */
    synchronized Optional<Distribution> waits(Tier tier) {
        return Optional.ofNullable(waits.get(tier)).map(RecentValues::distribution);
    }

    /** The share of the jobs ended last that ended before the time told as p90. */
    synchronized Optional<Distribution> inTime() {
        return inTime.size() == 0 ? Optional.empty() : Optional.of(inTime.distribution());
    }

    private double waitOf(Ahead ahead, Fleet fleet) {
        if (ahead.jobs() + ahead.runningJobs() < fleet.size()) {
            return 0;
        }
        // Jobs at the workers are halfway through, on average.
        double work = ahead.seconds() + ahead.runningSeconds() / 2;
        return work * paces.ofMuchWork() / fleet.size();
    }
}
