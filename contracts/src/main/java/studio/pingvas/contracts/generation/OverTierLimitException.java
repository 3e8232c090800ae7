package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** The request is fine, but for a higher tier. */
public class OverTierLimitException extends BusinessException {
    private static final long serialVersionUID = 1L;

    /**
     * @param text as of a {@link studio.pingvas.contracts.Sentence}
     */
    public OverTierLimitException(String text, Object... values) {
        super("over-tier-limit", text, values);
    }
}
