package studio.pingvas.contracts.payment;

import studio.pingvas.contracts.BusinessException;

/** There is no subscription that this could be done to. */
public class NoSubscriptionException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public NoSubscriptionException() {
        super("no-subscription", "There is no subscription that this could be done to.");
    }
}
