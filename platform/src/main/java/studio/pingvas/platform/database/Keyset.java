package studio.pingvas.platform.database;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of a list ordered by time and id ended; the next page begins after it.
 *
 * @param at time of the last row, to the microsecond as PostgreSQL keeps it
 * @param id of the last row
 */
public record Keyset(Instant at, UUID id) {
    private static final int LENGTH = 3 * Long.BYTES;

    /** The database has no time far beyond it, and none far before 1970. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** As an opaque cursor for clients. */
    public String encode() {
        byte[] bytes =
                ByteBuffer.allocate(LENGTH)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws IllegalArgumentException if the text is no cursor of ours
     */
    public static Keyset decode(String cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("Not a cursor");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
        if (!at.isAfter(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return new Keyset(at, new UUID(buffer.getLong(), buffer.getLong()));
    }
}
