package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** This needs an account whose address is verified. */
public class EmailNotVerifiedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public EmailNotVerifiedException() {
        super("email-not-verified", "Verify your email address first: follow the link we sent.");
    }
}
