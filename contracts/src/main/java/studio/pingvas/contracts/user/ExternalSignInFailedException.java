package studio.pingvas.contracts.user;

import studio.pingvas.contracts.BusinessException;

/** The sign-in at the other provider did not succeed. Try again. */
public class ExternalSignInFailedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public ExternalSignInFailedException() {
        super(
                "external-sign-in-failed",
                "The sign-in at the other provider did not succeed. Try again.");
    }
}
