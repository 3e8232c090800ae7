package studio.pingvas.contracts.gallery.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A user keeps more than the tier allows. Told at most once a day and user.
 *
 * @param version of this message, {@link #VERSION}
 * @param userId whose pictures
 * @param usedBytes what they take
 * @param quotaBytes what the tier allows
 * @param at when they were added up
 */
public record StorageOverQuota(
        int version, UUID userId, long usedBytes, long quotaBytes, Instant at) {
    public static final int VERSION = 1;
}
