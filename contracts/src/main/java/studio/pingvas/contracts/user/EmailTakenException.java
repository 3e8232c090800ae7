package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** The address has an account already. */
public class EmailTakenException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("email-taken", "Email already registered");
    }
}
