package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** A command asks the database once: the account is locked for no longer than that. */
class RoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final UUID user = Uuid7.create();
    private final UUID job = Uuid7.create();

    @Test
    void everyCommandCostsOneRoundTrip() throws SQLException {
        AtomicInteger questions = new AtomicInteger();
        try (Connection real = DATABASE.role().getConnection()) {
            Connection connection = Connections.counting(real, questions);
            CreditLedger ledger = Ledgers.on(Connections.only(connection));
            for (Map.Entry<String, Runnable> command : commands(ledger).entrySet()) {
                questions.set(0);
                command.getValue().run();
                assertThat(questions).as(command.getKey()).hasValue(1);
            }
        }
        assertThat(Ledgers.on(DATABASE.role()).check().problems()).isEmpty();
    }

    /** The first look finds no account, the second opens it. */
    @Test
    void aFirstLookAtABalanceCostsOneMore() throws SQLException {
        AtomicInteger questions = new AtomicInteger();
        try (Connection real = DATABASE.role().getConnection()) {
            Connection connection = Connections.counting(real, questions);
            CreditLedger ledger = Ledgers.on(Connections.only(connection));
            ledger.balance(Uuid7.create());
            assertThat(questions).hasValue(2);
        }
    }

    private Map<String, Runnable> commands(CreditLedger ledger) {
        UUID other = Uuid7.create();
        SpendLimit limit = new SpendLimit(Uuid7.create(), 100L);
        Map<String, Runnable> commands = new LinkedHashMap<>();
        commands.put("open and reserve", () -> ledger.reserve(user, job, 10));
        commands.put("settle", () -> ledger.settle(job, 5));
        commands.put("reserve by key", () -> ledger.reserve(user, other, 10, limit));
        commands.put("release", () -> ledger.release(other));
        commands.put("balance", () -> ledger.balance(user));
        commands.put(
                "grant", () -> ledger.grant(user, CreditBucket.PURCHASED, 5, "order:" + user, ""));
        commands.put("renew", () -> ledger.renewPlan(user, 50, "invoice:" + user, ""));
        commands.put(
                "take back",
                () -> ledger.takeBack(user, CreditBucket.PLAN, 90, "refund:" + user, ""));
        commands.put("expire", () -> ledger.expirePlan(user, "end:" + user, ""));
        commands.put(
                "adjust",
                () ->
                        ledger.adjust(
                                new Adjustment(
                                        job,
                                        user,
                                        CreditBucket.PLAN,
                                        99,
                                        "Sorry",
                                        Uuid7.create())));
        return commands;
    }
}
