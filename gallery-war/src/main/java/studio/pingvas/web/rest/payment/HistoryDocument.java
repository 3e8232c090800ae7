package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditHistoryPage;

/**
 * What changed the balance, newest first.
 *
 * @param nextCursor absent at the end
 */
public record HistoryDocument(List<Item> items, String nextCursor) {
    static HistoryDocument of(CreditHistoryPage page) {
        return new HistoryDocument(page.items().stream().map(Item::of).toList(), page.nextCursor());
    }

    /**
     * @param amount credits that came in, or, below zero, were spent
     * @param jobId the job that was charged, or absent
     */
    public record Item(
            UUID id,
            long amount,
            String type,
            UUID jobId,
            String description,
            Instant createdAt,
            long balanceAfter) {
        static Item of(CreditHistoryPage.Entry entry) {
            return new Item(
                    entry.id(),
                    entry.amount(),
                    entry.type(),
                    entry.jobId(),
                    entry.description(),
                    entry.createdAt(),
                    entry.balanceAfter());
        }
    }
}
