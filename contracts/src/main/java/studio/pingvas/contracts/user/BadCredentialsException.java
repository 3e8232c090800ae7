package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** Address and password do not belong together, or there is no such account. */
public class BadCredentialsException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public BadCredentialsException() {
        super("bad-credentials", "Email or password is wrong.");
    }
}
