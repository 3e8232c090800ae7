package studio.pingvas.generation.line.control;

import java.util.TreeSet;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.TierTags;

/** The users of one tier, and how far the tier has come. */
final class TierQueue {
    final double weight;
    final TreeSet<Contender> contenders = new TreeSet<>();
    TierTags tags = TierTags.NONE;

    TierQueue(double weight) {
        this.weight = weight;
    }

    /** Who has not asked for a while begins where the others are. */
    Contender add(Contender newcomer) {
        Contender contender =
                newcomer.withStartTag(Math.max(newcomer.startTag(), tags.virtualTime()));
        contenders.add(contender);
        return contender;
    }

    /**
     * @param startTag with which the tier is served
     */
    void serve(Contender contender, double startTag, double seconds) {
        contenders.remove(contender);
        tags =
                new TierTags(
                        startTag + seconds / weight,
                        startTag,
                        Math.max(tags.virtualTime(), contender.startTag()));
    }
}
