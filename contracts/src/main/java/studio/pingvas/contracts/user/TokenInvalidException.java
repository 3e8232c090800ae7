package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** The token is not one of ours, or no longer good. */
public class TokenInvalidException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public TokenInvalidException() {
        super("token-invalid", "The token is not valid. Sign in again.");
    }
}
