package studio.pingvas.contracts.payment;

import studio.pingvas.contracts.BusinessException;

/** The API key has spent what it may spend today. */
public class SpendLimitReachedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public SpendLimitReachedException() {
        super("spend-limit-reached", "The API key has spent what it may spend today.");
    }
}
