package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.platform.database.Keyset;

/** Cursors as they come back from clients. */
public final class ListCursor {
    private ListCursor() {}

    /**
     * @param cursor null or empty for the first page
     * @return null for the first page
     * @throws InvalidRequestException if it is none of ours
     */
    public static Keyset decode(String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? null : Keyset.decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    /** For cursors of another kind. */
    public static InvalidRequestException refusal() {
        return new InvalidRequestException("/cursor", "Not a cursor of this list.");
    }
}
