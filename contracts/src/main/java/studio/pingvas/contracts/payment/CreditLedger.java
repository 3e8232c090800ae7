package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * The append-only double-entry ledger of credits. An account opens, with the sign-up grant, on its
 * first touch in any call. Every command is idempotent by the id its caller made.
 */
@Local
public interface CreditLedger {
    /**
     * Sets credits aside for a job: plan credits first, then purchased ones. Repeated for the same
     * job it has no second effect, also after the hold was settled or released.
     *
     * @param credits more than zero
     * @return whether the hold is open; false if it was settled or released before this call
     * @throws InsufficientCreditsException if less is available
     */
    boolean reserve(UUID userId, UUID jobId, long credits);

    /**
     * Ends the hold of a job with a charge; the rest returns to where it came from. Never charges
     * more than was reserved.
     *
     * @param credits from zero to the reserved amount
     * @return what was charged, also when the hold was settled before
     * @throws HoldNotOpenException if nothing was reserved, or it was released
     */
    long settle(UUID jobId, long credits);

    /**
     * Ends the hold of a job without a charge. Repeated, or without a hold, it does nothing.
     *
     * @return what went back, also when the hold was released before; zero if it was settled
     */
    long release(UUID jobId);

    CreditBalance balance(UUID userId);

    /**
     * The postings that changed the user's balance, newest first.
     *
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    CreditHistoryPage history(UUID userId, String cursor, int limit);

    /** Holds that are open since before {@code olderThanSeconds}, at most {@code limit}. */
    List<OpenHold> openHolds(long olderThanSeconds, int limit);

    /**
     * Gives credits, once per key.
     *
     * @param key business key of the transfer, for example {@code adjust:<id>}
     */
    void grant(UUID userId, CreditBucket bucket, long credits, String key, String description);

    /** Looks for postings that do not sum to zero and balances that do not equal theirs. */
    LedgerReport check();
}
