package studio.pingvas.contracts.user;

import jakarta.ejb.Local;

/** Proves who somebody is by a password or a refresh token. */
@Local
public interface SignIn {
    /**
     * Checks a password and opens a session of a page.
     *
     * @throws BadCredentialsException with the same text and timing for an unknown address
     * @throws studio.pingvas.contracts.RateLimitedException after too many wrong passwords
     */
    Identity identify(String email, String password, Device device);

    /** Checks a password and opens a session of an API client, with its family of tokens. */
    TokenPair signIn(String email, String password, Device device);

    /**
     * Exchanges a refresh token for a new pair. Each refresh token works once; repeated within
     * seconds, before the new one was used, it gives the same new one. Repeated later it ends the
     * session: either its owner or a thief holds a copy.
     *
     * @throws TokenInvalidException if it is unknown, used or withdrawn
     * @throws TokenExpiredException if its time is over
     */
    TokenPair refresh(String refreshToken);
}
