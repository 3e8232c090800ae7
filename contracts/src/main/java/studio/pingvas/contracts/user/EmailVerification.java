package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** Proof that an address belongs to the owner of the account. */
@Local
public interface EmailVerification {
    /**
     * Sends a fresh link; links sent before stop working. Does nothing for a verified address.
     *
     * @throws studio.pingvas.contracts.RateLimitedException if one was sent within a minute
     */
    void send(UUID userId);

    /**
     * Uses the link up. Everything that was opened before the address was proven (sessions, resets)
     * ends, except the given session.
     *
     * @param token from the link
     * @param keptSession the session of whoever follows the link, or null
     * @throws TokenInvalidException if it is unknown, used or superseded
     * @throws TokenExpiredException if its time is over
     */
    void confirm(String token, UUID keptSession);
}
