package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 */
public record CreditHistoryPage(List<Entry> items, String nextCursor) {
    public CreditHistoryPage {
        items = List.copyOf(items);
    }

    /**
     * @param amount positive: credits came in, negative: they were spent
     * @param type for example {@code subscription_grant}, {@code generation_usage}
     * @param jobId the job that was charged, or null
     * @param balanceAfter balance (open holds included) after this entry
     */
    public record Entry(
            UUID id,
            long amount,
            String type,
            UUID jobId,
            String description,
            Instant createdAt,
            long balanceAfter) {}
}
