package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** What one API key spends in a day. */
@Timeout(60)
class SpendLimitTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID job = Uuid7.create();
    private final UUID key = Uuid7.create();

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void openHoldsCountInFull() {
        reserve(60);
        assertThatThrownBy(() -> reserve(41)).isInstanceOf(SpendLimitReachedException.class);
        reserve(40);
        assertThat(ledger.balance(user).held()).isEqualTo(100);
    }

    @Test
    void theRefusalTellsLimitSpendingAndMidnight() {
        reserve(60);
        assertThatThrownBy(() -> reserve(41))
                .isInstanceOfSatisfying(
                        SpendLimitReachedException.class,
                        e -> {
                            assertThat(e.details())
                                    .containsEntry("spend_limit", 100L)
                                    .containsEntry("credits_spent", 60L);
                            Instant reset = Instant.parse((String) e.details().get("resets_at"));
                            assertThat(reset).isEqualTo(reset.truncatedTo(ChronoUnit.DAYS));
                            assertThat(Duration.between(Instant.now(), reset))
                                    .isBetween(Duration.ofSeconds(-5), Duration.ofDays(1));
                        });
    }

    @Test
    void anEndedHoldCountsWithItsCharge() {
        ledger.reserve(user, job, 90, new SpendLimit(key, 100L));
        ledger.settle(job, 30);
        reserve(70);
        assertThatThrownBy(() -> reserve(1)).isInstanceOf(SpendLimitReachedException.class);
    }

    @Test
    void aReleasedHoldDoesNotCount() {
        ledger.reserve(user, job, 90, new SpendLimit(key, 100L));
        ledger.release(job);
        reserve(100);
    }

    @Test
    void yesterdaysSpendingDoesNotCount() {
        ledger.reserve(user, job, 90, new SpendLimit(key, 100L));
        DATABASE.execute(
                "UPDATE hold SET created_at = date_trunc('day', now(), 'UTC') - interval '1 ms'"
                        + " WHERE job_id = '"
                        + job
                        + "'");
        reserve(100);
    }

    @Test
    void otherKeysAndTheUserDoNotCount() {
        ledger.reserve(user, Uuid7.create(), 90);
        ledger.reserve(user, Uuid7.create(), 90, new SpendLimit(Uuid7.create(), 100L));
        reserve(100);
    }

    @Test
    void aRepeatedReserveIsNotCountedTwice() {
        SpendLimit limit = new SpendLimit(key, 100L);
        assertThat(ledger.reserve(user, job, 90, limit)).isTrue();
        assertThat(ledger.reserve(user, job, 90, limit)).isTrue();
        ledger.settle(job, 90);
        assertThat(ledger.reserve(user, job, 90, limit)).isFalse();
    }

    @Test
    void aKeyWithoutALimitIsCountedAllTheSame() {
        ledger.reserve(user, Uuid7.create(), 90, new SpendLimit(key, null));
        assertThatThrownBy(() -> reserve(11)).isInstanceOf(SpendLimitReachedException.class);
    }

    @Test
    void aLimitIsNoCredit() {
        assertThatThrownBy(
                        () -> ledger.reserve(user, job, 1_001, new SpendLimit(key, 1_000_000_000L)))
                .isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void aChargeOfAKeyIsShownAsApiUsage() {
        ledger.reserve(user, job, 90, new SpendLimit(key, 100L));
        ledger.settle(job, 30);
        assertThat(ledger.history(user, null, 1).items())
                .extracting(Entry::type)
                .containsExactly("api_usage");
    }

    @Test
    void manyAtOnceStayWithinTheLimit() throws SQLException, Exception {
        int threads = 16;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Connections.Pool pool = Connections.pool(DATABASE.role(), threads)) {
            CreditLedger shared = Ledgers.on(pool.source());
            List<Future<Boolean>> reserves = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                reserves.add(
                        workers.submit(
                                () -> {
                                    try {
                                        return shared.reserve(
                                                user, Uuid7.create(), 5, new SpendLimit(key, 100L));
                                    } catch (SpendLimitReachedException e) {
                                        return false;
                                    }
                                }));
            }
            int accepted = 0;
            for (Future<Boolean> reserve : reserves) {
                accepted += reserve.get(50, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(20);
        } finally {
            workers.shutdownNow();
        }
    }

    private void reserve(long credits) {
        ledger.reserve(user, Uuid7.create(), credits, new SpendLimit(key, 100L));
    }
}
