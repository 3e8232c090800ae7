package studio.pingvas.generation.line.control;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Before;
import studio.pingvas.generation.line.entity.TierTags;
import studio.pingvas.generation.line.entity.UserBacklog;

/**
 * The line at one moment: tells what is dispatched before a job without playing the queue forward.
 *
 * <p>Inside its tier a job with the start tag T comes after the jobs with smaller tags. That is
 * some work, which moves the tier's tag to where the job is served; of every other tier the jobs go
 * before it that are served until that tag. Caps are not looked at: who has too many under way is
 * served later than it says here. Of a paused tier nobody knows how much of the others goes before
 * it; only its own order is told.
 */
public final class LineOutlook {
    private final Map<Tier, TierOutlook> tiers = new EnumMap<>(Tier.class);
    private final Set<Tier> paused;

    public LineOutlook(
            Map<Tier, TierTags> tags,
            Map<Tier, Double> weights,
            Set<Tier> paused,
            Collection<UserBacklog> users) {
        this.paused = Set.copyOf(paused);
        double now = tags.values().stream().mapToDouble(TierTags::servedTag).max().orElse(0);
        Map<Tier, List<UserBacklog>> byTier =
                users.stream().collect(Collectors.groupingBy(UserBacklog::tier));
        for (Tier tier : Tier.values()) {
            TierTags kept = tags.getOrDefault(tier, TierTags.NONE);
            TierTags lifted =
                    new TierTags(
                            Math.max(kept.startTag(), now), kept.servedTag(), kept.virtualTime());
            tiers.put(
                    tier,
                    new TierOutlook(
                            lifted, weights.get(tier), byTier.getOrDefault(tier, List.of())));
        }
    }

    /**
     * What is dispatched before a job.
     *
     * @param startTag of its user's next job
     * @param readyAt since when that may be served
     * @param ownSeconds predicted for the user's jobs before it
     */
    public Before before(Tier tier, double startTag, Instant readyAt, double ownSeconds) {
        TierOutlook own = tiers.get(tier);
        double tag = Math.max(startTag, own.virtualTime()) + ownSeconds;
        Before before = own.before(tag, Moment.micros(readyAt));
        if (isPaused(tier)) {
            return before;
        }
        double tierTag = own.tierTag(before.seconds());
        for (Map.Entry<Tier, TierOutlook> other : tiers.entrySet()) {
            if (other.getKey() != tier && !isPaused(other.getKey())) {
                before = before.plus(other.getValue().beforeOther(own, tierTag));
            }
        }
        return before;
    }

    /** Whether nothing of it is dispatched until somebody lets it go on. */
    public boolean isPaused(Tier tier) {
        return paused.contains(tier);
    }
}
