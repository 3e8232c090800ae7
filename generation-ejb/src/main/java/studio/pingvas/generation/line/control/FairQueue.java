package studio.pingvas.generation.line.control;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.TierTags;

/**
 * Whose turn it is: start-time fair queueing (Goyal, Vin, Cheng 1996) in two levels. Tiers share by
 * weight, users equally inside their tier. What is served has the least start tag, which grows by
 * the seconds of the job (of a tier: divided by its weight) when it is served; the tag that was
 * served last is the virtual time, behind which nobody begins.
 *
 * <p>It knows nothing of jobs but their seconds, and of no database: whoever uses it fills in who
 * may be served, and keeps the tags.
 */
public final class FairQueue {
    /** A job predicted to take no time would leave its user at the head for ever. */
    private static final double LEAST_SECONDS = 0.001;

    private final Map<Tier, TierQueue> tiers = new EnumMap<>(Tier.class);

    public FairQueue(Map<Tier, Double> weights) {
        for (Tier tier : Tier.values()) {
            tiers.put(tier, new TierQueue(weights.get(tier)));
        }
    }

    /** Goes on where the tier was left. */
    public void resume(Tier tier, TierTags tags) {
        tiers.get(tier).tags = tags;
    }

    public TierTags tags(Tier tier) {
        return tiers.get(tier).tags;
    }

    /**
     * Adds a user who may be served.
     *
     * @return the user with the tag that counts
     */
    public Contender add(Contender contender) {
        return tiers.get(contender.tier()).add(contender);
    }

    public void remove(Contender contender) {
        tiers.get(contender.tier()).contenders.remove(contender);
    }

    /** Whose turn it is. */
    public Optional<Contender> first() {
        double now = virtualTime();
        return tiers.values().stream()
                .filter(tier -> !tier.contenders.isEmpty())
                .min(
                        Comparator.comparingDouble((TierQueue tier) -> startTag(tier, now))
                                .thenComparingDouble(tier -> -tier.weight))
                .map(tier -> tier.contenders.first());
    }

    /**
     * Serves a user, who leaves the queue.
     *
     * @return the user with the tag of the next turn, to be added if there is one
     */
    public Contender serve(Contender contender, double predictedSeconds) {
        double seconds = Math.max(LEAST_SECONDS, predictedSeconds);
        TierQueue tier = tiers.get(contender.tier());
        tier.serve(contender, startTag(tier, virtualTime()), seconds);
        return contender.withStartTag(contender.startTag() + seconds);
    }

    /** A tier that had nobody to serve has saved nothing up. */
    private static double startTag(TierQueue tier, double virtualTime) {
        return Math.max(tier.tags.startTag(), virtualTime);
    }

    private double virtualTime() {
        return tiers.values().stream().mapToDouble(tier -> tier.tags.servedTag()).max().orElse(0);
    }
}
