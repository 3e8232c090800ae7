package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.Map;
import studio.pingvas.contracts.BusinessException;

/** The API key has spent what it may spend today. */
public class SpendLimitReachedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long spent;
    private final Instant resetsAt;

    /**
     * @param limit credits from midnight to midnight UTC
     * @param spent today, open holds included
     * @param resetsAt the next midnight UTC
     */
    public SpendLimitReachedException(long limit, long spent, Instant resetsAt) {
        super(
                "spend-limit-reached",
                "The API key may spend {0} credits a day and has spent {1}.",
                limit,
                spent);
        this.limit = limit;
        this.spent = spent;
        this.resetsAt = resetsAt;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "spend_limit", limit, "credits_spent", spent, "resets_at", resetsAt.toString());
    }
}
