package studio.pingvas.payment.credits;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.platform.database.ArrayText;

/** Sets credits of one user aside for many jobs, or gives them back, in one statement. */
record HoldsOfMany(Books books, UUID userId) {
    boolean reserve(List<NewHold> holds, long signupCredits, SpendLimit limit) {
        holds.forEach(hold -> JdbcCreditLedger.requirePositive(hold.credits()));
        requireFew(holds.size());
        if (holds.stream().map(NewHold::jobId).distinct().count() < holds.size()) {
            throw new IllegalArgumentException("A job has two holds.");
        }
        return books.find(
                        ReserveAnswer::of,
                        """
                        SELECT hold_state, available, within_limit, spent, resets_at
                        FROM reserve_all_credits(
                            ?, ?::uuid[], ?::bigint[], ?, ?::uuid, ?::bigint)
                        """,
                        userId,
                        ArrayText.ofColumn(holds, NewHold::jobId),
                        ArrayText.ofColumn(holds, NewHold::credits),
                        signupCredits,
                        limit == null ? null : limit.spender(),
                        limit == null ? null : limit.creditsPerDay())
                .orElseThrow()
                .isHeld(holds.stream().mapToLong(NewHold::credits).sum(), limit);
    }

    Map<UUID, Long> release(Collection<UUID> jobIds) {
        requireFew(jobIds.size());
        Map<UUID, Long> returned = new HashMap<>();
        books.list(
                row -> returned.put(row.getObject(1, UUID.class), row.getLong(2)),
                "SELECT released_job, returned FROM release_all_credits(?, ?::uuid[])",
                userId,
                ArrayText.of(jobIds));
        return returned;
    }

    static void requireFew(int holds) {
        if (holds > CreditLedger.MOST_HOLDS) {
            throw new IllegalArgumentException(
                    holds + " holds in one call; at most " + CreditLedger.MOST_HOLDS);
        }
    }
}
