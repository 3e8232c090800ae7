package studio.pingvas.web.push;

import java.util.UUID;

/**
 * Something that a follower is told.
 *
 * @param seq number of the newest event that the follower knows with it
 * @param json the whole of it, type and number included
 */
record Frame(String type, long seq, UUID jobId, String json) {
    /** Whether the job has ended by it. */
    boolean isFinal() {
        return switch (type) {
            case "completed", "failed", "cancelled" -> true;
            default -> false;
        };
    }
}
