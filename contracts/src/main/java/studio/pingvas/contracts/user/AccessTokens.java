package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** Access tokens, the keys that prove them, and the one-time tickets of web sockets. */
@Local
public interface AccessTokens {
    /**
     * @throws TokenInvalidException if signature, issuer, audience, type or form are wrong
     * @throws TokenExpiredException if its time is over
     */
    Identity verify(String accessToken);

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    String publicKeys();

    /** A ticket that opens one socket of this user on any node within 30 seconds. */
    SocketTicket issueTicket(UUID userId);

    /**
     * @return the user whom the ticket was given to
     * @throws TokenInvalidException if it is unknown, used or too old
     */
    UUID redeemTicket(String ticket);
}
