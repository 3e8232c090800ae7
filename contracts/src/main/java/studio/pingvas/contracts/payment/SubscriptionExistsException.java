package studio.pingvas.contracts.payment;

import studio.pingvas.contracts.BusinessException;

/** You have a subscription already. Change its plan instead. */
public class SubscriptionExistsException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public SubscriptionExistsException() {
        super("subscription-exists", "You have a subscription already. Change its plan instead.");
    }
}
