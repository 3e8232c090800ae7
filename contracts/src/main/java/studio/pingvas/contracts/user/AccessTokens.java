package studio.pingvas.contracts.user;

import jakarta.ejb.Local;

/** Access tokens, the keys that prove them, and the one-time tickets of web sockets. */
@Local
public interface AccessTokens {
    /**
     * Proves a token. The roles of the identity are those of now, not those in the token.
     *
     * @throws TokenInvalidException if signature, issuer, audience, type or form are wrong, or the
     *     session has ended
     * @throws TokenExpiredException if its time is over
     */
    Identity verify(String accessToken);

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    String publicKeys();

    /** A ticket that opens one socket of this caller on any node within 30 seconds. */
    SocketTicket issueTicket(Identity caller);

    /**
     * @return whom the ticket was given to, in the same session
     * @throws TokenInvalidException if it is unknown, used or too old, or the session has ended
     */
    Identity redeemTicket(String ticket);
}
