package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** The token was good, but its time is over. */
public class TokenExpiredException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public TokenExpiredException() {
        super("token-expired", "The token has expired. Refresh it or sign in again.");
    }
}
