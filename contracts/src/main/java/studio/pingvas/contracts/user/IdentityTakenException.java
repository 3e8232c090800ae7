package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** This sign-in belongs to another account. */
public class IdentityTakenException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public IdentityTakenException() {
        super("identity-taken", "This sign-in belongs to another account.");
    }
}
