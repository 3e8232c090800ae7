package studio.pingvas.generation.line.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/**
 * A user who has jobs waiting and may have one more under way.
 *
 * @param startTag of the user's next job, in seconds of work
 * @param readyAt since when; decides between equal tags, so that newcomers do not push in
 */
public record Contender(UUID userId, Tier tier, double startTag, Instant readyAt)
        implements Comparable<Contender> {
    private static final Comparator<Contender> ORDER =
            Comparator.comparingDouble(Contender::startTag)
                    .thenComparing(Contender::readyAt)
                    .thenComparing(Contender::userId);

    public Contender withStartTag(double tag) {
        return new Contender(userId, tier, tag, readyAt);
    }

    @Override
    public int compareTo(Contender other) {
        return ORDER.compare(this, other);
    }
}
