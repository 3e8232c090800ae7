package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The append-only double-entry ledger of credits. An account opens, with the sign-up grant, on its
 * first touch in any call. Every command is idempotent by the id or key its caller made; a key that
 * was used for another user is an {@link IllegalArgumentException}.
 */
@Local
public interface CreditLedger {
    /** Of one call: the account is locked for as long as it lasts. */
    int MOST_HOLDS = 1_000;

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
     * Sets credits aside for a job that an API key asked for. The credits count for the day on
     * which they were reserved: while they are held all of them, then what was charged.
     *
     * @param limit null for none
     * @return as without a limit
     * @throws InsufficientCreditsException if less is available
     * @throws SpendLimitReachedException if the spender would exceed the limit
     */
    boolean reserve(UUID userId, UUID jobId, long credits, SpendLimit limit);

    /**
     * As {@link #reserve(UUID, UUID, long, SpendLimit)}, for whoever has so many credits.
     *
     * @param leastAvailable that must be available before, also if the job takes fewer
     * @throws InsufficientCreditsException if fewer are available than these or than the job takes
     */
    boolean reserve(UUID userId, UUID jobId, long credits, SpendLimit limit, long leastAvailable);

    /**
     * Sets credits aside for many jobs of one user: for all of them or for none. Repeated for the
     * same jobs it has no second effect.
     *
     * @param holds of different jobs, at most {@link #MOST_HOLDS}; the plan pays for the first
     * @param limit null for none; the credits of all count together
     * @return whether the holds of all are open; false, and nothing set aside, if one of them was
     *     settled or released before this call
     * @throws InsufficientCreditsException if less than their sum is available
     * @throws SpendLimitReachedException if the spender would exceed the limit with all of them
     */
    boolean reserveAll(UUID userId, List<NewHold> holds, SpendLimit limit);

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
     * Ends the holds of many jobs, of whatever users, as {@link #settle} would one by one.
     *
     * @param charges by job; at most {@link #MOST_HOLDS}
     * @return what was charged, also when a hold was settled before; jobs for which nothing was
     *     reserved, or whose hold was released, are missing
     */
    Map<UUID, Long> settleAll(Map<UUID, Long> charges);

    /**
     * Ends the hold of a job without a charge. Repeated, or without a hold, it does nothing.
     *
     * @return what went back, also when the hold was released before; zero if it was settled
     */
    long release(UUID jobId);

    /**
     * Ends the holds of many jobs of one user without a charge. Of jobs that have none, or whose
     * hold was settled, it changes nothing.
     *
     * @param jobIds at most {@link #MOST_HOLDS}
     * @return what went back of each job, also if its hold was released before; the others are
     *     missing
     */
    Map<UUID, Long> releaseAll(UUID userId, Collection<UUID> jobIds);

    CreditBalance balance(UUID userId);

    /**
     * The postings that changed the user's balance, newest first.
     *
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    CreditHistoryPage history(UUID userId, String cursor, int limit);

    /**
     * Holds that are open since before {@code olderThanSeconds}, oldest first.
     *
     * @param after the last one of the page before, or null for the first
     */
    List<OpenHold> openHolds(long olderThanSeconds, OpenHold after, int limit);

    /**
     * Gives credits, once per key, beside those that are there. In the history it is a {@code
     * subscription_grant} or a {@code purchase}.
     *
     * @param key business key, for example {@code order:<id>}; at most 180 characters
     * @param description at most 500 characters; the user reads it
     */
    void grant(UUID userId, CreditBucket bucket, long credits, String key, String description);

    /**
     * Begins a period of the plan, once per key: what is left of the plan credits before expires,
     * also when a hold returns it later, and the new ones come.
     *
     * @param key of the period, for example {@code invoice:<id>}; at most 180 characters
     */
    void renewPlan(UUID userId, long credits, String key, String description);

    /**
     * Ends the period of the plan without a new one, once per key: what is left of the plan credits
     * expires, also when a hold returns it later. Purchased credits stay.
     *
     * @param key another one than that of any renewal
     */
    void expirePlan(UUID userId, String key, String description);

    /**
     * Takes credits back for a refund, once per key: from the bucket, then from the other one. What
     * the user no longer has becomes a debt, which is paid first by all that comes in later. Held
     * credits are left alone.
     *
     * @param key for example {@code refund:<invoice>:<cumulative amount>}
     */
    void takeBack(UUID userId, CreditBucket bucket, long credits, String key, String description);

    /**
     * @throws InsufficientCreditsException if it takes more than is in the bucket
     * @throws studio.pingvas.contracts.IdempotencyKeyReusedException if its id was another
     *     correction before
     */
    void adjust(Adjustment adjustment);

    /** Looks for postings that do not sum to zero and balances that do not equal theirs. */
    LedgerReport check();
}
