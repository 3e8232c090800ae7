package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that is still good.
 *
 * @param device what is known of the client: browser and system, as far as it says
 * @param address IP address at the sign-in
 * @param lastSeenAt to the minute
 */
public record SessionView(
        UUID id, Kind kind, String device, String address, Instant createdAt, Instant lastSeenAt) {
    /** How the client proves itself: by a cookie, or by tokens. */
    public enum Kind {
        PAGE,
        API
    }
}
