package studio.pingvas.contracts.user;

import jakarta.ejb.Local;

/** Proves who somebody is by a password or a refresh token. */
@Local
public interface SignIn {
    /**
     * Checks a password and notes the time of the sign-in; for page sessions.
     *
     * @throws BadCredentialsException with the same text and timing for an unknown address
     */
    Identity identify(String email, String password);

    /** As {@link #identify}, and opens a family of tokens for API clients. */
    TokenPair signIn(String email, String password);

    /**
     * Exchanges a refresh token for a new pair. Each refresh token works once.
     *
     * @throws TokenInvalidException if it is unknown, used or withdrawn
     * @throws TokenExpiredException if its time is over
     */
    TokenPair refresh(String refreshToken);
}
