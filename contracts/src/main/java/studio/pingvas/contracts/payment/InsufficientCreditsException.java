package studio.pingvas.contracts.payment;

import java.util.Map;
import studio.pingvas.contracts.BusinessException;

/** The user has fewer credits than this needs. */
public class InsufficientCreditsException extends BusinessException {
    private static final long serialVersionUID = 1L;

    private final long required;
    private final long available;

    public InsufficientCreditsException(long required, long available) {
        super(
                "insufficient-credits",
                "This needs {0} credits, and {1} are available.",
                required,
                available);
        this.required = required;
        this.available = available;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("credits_required", required, "credits_available", available);
    }
}
