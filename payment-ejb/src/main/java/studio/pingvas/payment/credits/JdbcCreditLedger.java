package studio.pingvas.payment.credits;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
import studio.pingvas.contracts.payment.LedgerReport;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.OpenHold;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.payment.plans.PlanCatalog;

/**
 * The ledger by exact SQL: a command is one call of a database function, which is a transaction by
 * itself. One around it would be another round trip, with the account locked meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JdbcCreditLedger implements CreditLedger {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MOST_PROBLEMS = 100;

    @Resource(lookup = "jdbc/payments")
    DataSource database;

    @Inject PlanCatalog plans;
    @Inject Reservations reservations;

    @Override
    public boolean reserve(UUID userId, UUID jobId, long credits) {
        return reserve(userId, jobId, credits, null);
    }

    @Override
    public boolean reserve(UUID userId, UUID jobId, long credits, SpendLimit limit) {
        return reserve(userId, jobId, credits, limit, 0);
    }

    @Override
    public boolean reserve(
            UUID userId, UUID jobId, long credits, SpendLimit limit, long leastAvailable) {
        requirePositive(credits);
        return reservations.reserve(new WantedHold(userId, jobId, credits, limit, leastAvailable));
    }

    @Override
    public boolean reserveAll(UUID userId, List<NewHold> holds, SpendLimit limit) {
        return new HoldsOfMany(books(), userId).reserve(holds, plans.signupCredits(), limit);
    }

    @Override
    public long settle(UUID jobId, long credits) {
        return endHold(jobId, credits, HoldState.SETTLED)
                .orElseThrow(() -> new HoldNotOpenException(jobId))
                .charged();
    }

    @Override
    public long release(UUID jobId) {
        return endHold(jobId, 0, HoldState.RELEASED).map(Hold::reserved).orElse(0L);
    }

    @Override
    public Map<UUID, Long> releaseAll(UUID userId, Collection<UUID> jobIds) {
        return new HoldsOfMany(books(), userId).release(jobIds);
    }

    @Override
    public Map<UUID, Long> settleAll(Map<UUID, Long> charges) {
        return new Charges(books()).settle(charges);
    }

    @Override
    public CreditBalance balance(UUID userId) {
        return books().find(
                        JdbcCreditLedger::balanceOf,
                        "SELECT plan, purchased, held, debt FROM credit_account WHERE user_id = ?",
                        userId)
                .orElseGet(() -> openAccount(userId));
    }

    @Override
    public CreditHistoryPage history(UUID userId, String cursor, int limit) {
        CreditHistory history = new CreditHistory(books());
        CreditHistoryPage page = history.page(userId, cursor, limit);
        if (page.items().isEmpty() && cursor == null) {
            openAccount(userId);
            return history.page(userId, null, limit);
        }
        return page;
    }

    @Override
    public List<OpenHold> openHolds(long olderThanSeconds, OpenHold after, int limit) {
        return books().list(
                        row ->
                                new OpenHold(
                                        row.getObject("job_id", UUID.class),
                                        row.getObject("user_id", UUID.class),
                                        row.getLong("credits"),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant()),
                        """
                        SELECT job_id, user_id, plan + purchased AS credits, created_at FROM hold
                        WHERE state = 'HELD' AND created_at <= now() - ? * interval '1 second'
                            AND (created_at, job_id) > (?::timestamptz, ?::uuid)
                        ORDER BY created_at, job_id LIMIT ?
                        """,
                        olderThanSeconds,
                        after == null ? "-infinity" : after.createdAt().toString(),
                        after == null ? BEFORE_ALL : after.jobId(),
                        limit);
    }

    @Override
    public void grant(
            UUID userId, CreditBucket bucket, long credits, String key, String description) {
        requirePositive(credits);
        books().call(
                        "SELECT grant_credits(?, ?, ?, ?, ?, ?, ?)",
                        userId,
                        nameOf(bucket),
                        credits,
                        key,
                        bucket == CreditBucket.PLAN ? "subscription_grant" : "purchase",
                        description,
                        plans.signupCredits());
    }

    @Override
    public void renewPlan(UUID userId, long credits, String key, String description) {
        requirePositive(credits);
        books().call(
                        "SELECT renew_plan(?, ?, ?, ?, ?)",
                        userId,
                        credits,
                        key,
                        description,
                        plans.signupCredits());
    }

    @Override
    public void expirePlan(UUID userId, String key, String description) {
        books().call(
                        "SELECT expire_plan(?, ?, ?, ?)",
                        userId,
                        key,
                        description,
                        plans.signupCredits());
    }

    @Override
    public void takeBack(
            UUID userId, CreditBucket bucket, long credits, String key, String description) {
        requirePositive(credits);
        books().call(
                        "SELECT take_back_credits(?, ?, ?, ?, ?, ?)",
                        userId,
                        nameOf(bucket),
                        credits,
                        key,
                        description,
                        plans.signupCredits());
    }

    @Override
    public void adjust(Adjustment adjustment) {
        CreditAdjustment.of(adjustment).applyTo(books(), plans.signupCredits());
    }

    @Override
    public LedgerReport check() {
        List<String> problems =
                books().list(
                                row -> row.getString(1),
                                "SELECT problem FROM ledger_problem"
                                        + " UNION ALL SELECT problem FROM payment_problem LIMIT ?",
                                MOST_PROBLEMS);
        return books().find(
                        row -> new LedgerReport(row.getLong(1), row.getLong(2), problems),
                        "SELECT (SELECT count(*) FROM credit_account),"
                                + " (SELECT count(*) FROM transfer)")
                .orElseThrow();
    }

    private Optional<Hold> endHold(UUID jobId, long charge, HoldState outcome) {
        return books().find(
                        Hold::of,
                        "SELECT state, plan, purchased, charged FROM end_hold(?, ?, ?)"
                                + " WHERE state IS NOT NULL",
                        jobId,
                        charge,
                        outcome.name())
                .filter(hold -> hold.state() == outcome);
    }

    private CreditBalance openAccount(UUID userId) {
        return books().find(
                        JdbcCreditLedger::balanceOf,
                        "SELECT plan, purchased, held, debt FROM open_account(?, ?)",
                        userId,
                        plans.signupCredits())
                .orElseThrow();
    }

    private static CreditBalance balanceOf(ResultSet row) throws SQLException {
        return new CreditBalance(
                row.getLong("plan"),
                row.getLong("purchased"),
                row.getLong("held"),
                row.getLong("debt"));
    }

    static void requirePositive(long credits) {
        if (credits <= 0) {
            throw new IllegalArgumentException("Not an amount to move: " + credits + " credits");
        }
    }

    static String nameOf(CreditBucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT);
    }

    private Books books() {
        return new Books(database);
    }
}
