package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** The address has an account here. Sign in to it, then link the other sign-in in your settings. */
public class AccountExistsException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public AccountExistsException() {
        super(
                "account-exists",
                "The address has an account here. Sign in to it, then link the other sign-in in"
                        + " your settings.");
    }
}
