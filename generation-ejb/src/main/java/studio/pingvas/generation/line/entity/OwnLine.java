package studio.pingvas.generation.line.entity;

import java.time.Instant;

/**
 * What a user has in the line.
 *
 * @param startTag of the user's next job
 * @param readyAt since when that may be served
 * @param waiting jobs
 * @param waitingSeconds predicted for these jobs
 */
public record OwnLine(double startTag, Instant readyAt, int waiting, double waitingSeconds) {
    /** Of somebody who has never asked for anything. */
    public static OwnLine empty() {
        return new OwnLine(0, Instant.now(), 0, 0);
    }

    /** And jobs that come now. */
    public OwnLine with(double moreSeconds) {
        return new OwnLine(startTag, readyAt, waiting, waitingSeconds + moreSeconds);
    }
}
