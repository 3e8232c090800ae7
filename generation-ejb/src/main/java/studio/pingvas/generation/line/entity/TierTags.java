package studio.pingvas.generation.line.entity;

/**
 * How far a tier has come, in seconds of work divided by its weight, and how far its users have.
 *
 * @param startTag of the tier's next job
 * @param servedTag with which the tier was served last
 * @param virtualTime the start tag with which one of its users was served last
 */
public record TierTags(double startTag, double servedTag, double virtualTime) {
    public static final TierTags NONE = new TierTags(0, 0, 0);
}
