package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** The request is fine, but for a higher tier. */
public class OverTierLimitException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public OverTierLimitException(String message) {
        super("over-tier-limit", message);
    }
}
