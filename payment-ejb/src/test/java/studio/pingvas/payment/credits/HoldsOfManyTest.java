package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Holds of many jobs in one call. */
@Timeout(60)
class HoldsOfManyTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void thePlanPaysForTheFirstAndPurchasedCreditsForTheRest() {
        buy(500);
        List<NewHold> holds = holds(3, 400);

        assertThat(ledger.reserveAll(user, holds, null)).isTrue();

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 300, 1_200));
        ledger.release(holds.get(2).jobId());
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(200, 500, 800));
    }

    @Test
    void ifTheSumIsNotThereNothingIsSetAside() {
        assertThatThrownBy(() -> ledger.reserveAll(user, holds(3, 334), null))
                .isInstanceOfSatisfying(
                        InsufficientCreditsException.class,
                        e ->
                                assertThat(e.details())
                                        .isEqualTo(
                                                Map.of(
                                                        "credits_required", 1_002L,
                                                        "credits_available", 1_000L)));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
    }

    @Test
    void repeatedItHasNoSecondEffect() {
        List<NewHold> holds = holds(3, 300);
        assertThat(ledger.reserveAll(user, holds, null)).isTrue();
        assertThat(ledger.reserveAll(user, holds, null)).isTrue();
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(100, 0, 900));
    }

    @Test
    void ifOneHasEndedTheOthersGetNone() {
        List<NewHold> holds = holds(3, 100);
        ledger.reserve(user, holds.get(1).jobId(), 100);
        ledger.settle(holds.get(1).jobId(), 40);

        assertThat(ledger.reserveAll(user, holds, null)).isFalse();

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(960, 0, 0));
    }

    @Test
    void theLimitOfAKeyCountsThemTogether() {
        SpendLimit limit = new SpendLimit(Uuid7.create(), 100L);
        assertThatThrownBy(() -> ledger.reserveAll(user, holds(3, 34), limit))
                .isInstanceOf(SpendLimitReachedException.class);
        assertThat(ledger.reserveAll(user, holds(3, 33), limit)).isTrue();
        assertThatThrownBy(() -> ledger.reserveAll(user, holds(2, 1), limit))
                .isInstanceOf(SpendLimitReachedException.class);
        assertThat(ledger.balance(user).held()).isEqualTo(99);
    }

    @Test
    void releasedTogetherTheyGoBackToWhereTheyCameFrom() {
        buy(500);
        List<NewHold> holds = holds(3, 400);
        ledger.reserveAll(user, holds, null);
        List<UUID> jobs = holds.stream().map(NewHold::jobId).toList();
        ledger.settle(jobs.get(0), 10);

        Map<UUID, Long> returned = ledger.releaseAll(user, jobs);

        assertThat(returned).isEqualTo(Map.of(jobs.get(1), 400L, jobs.get(2), 400L));
        assertThat(ledger.releaseAll(user, jobs)).isEqualTo(returned);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(990, 500, 0));
    }

    @Test
    void releasedAfterTheEndOfThePlanItsCreditsExpire() {
        buy(500);
        List<NewHold> holds = holds(3, 400);
        ledger.reserveAll(user, holds, null);
        ledger.renewPlan(user, 50, "invoice:" + user, "Month");

        ledger.releaseAll(user, holds.stream().map(NewHold::jobId).toList());

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(50, 500, 0));
        assertThat(ledger.history(user, null, 3).items())
                .extracting(Entry::type)
                .containsExactly("expiry", "expiry", "expiry");
    }

    @Test
    void whatComesBackPaysADebtFirst() {
        List<NewHold> holds = holds(2, 500);
        ledger.reserveAll(user, holds, null);
        ledger.takeBack(user, CreditBucket.PLAN, 700, "refund:" + user, "");

        ledger.releaseAll(user, holds.stream().map(NewHold::jobId).toList());

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(300, 0, 0));
    }

    @Test
    void holdsOfAStrangerAreNeitherMadeNorReleased() {
        List<NewHold> holds = holds(2, 10);
        ledger.reserveAll(user, holds, null);
        UUID stranger = Uuid7.create();
        assertThatThrownBy(() -> ledger.reserveAll(stranger, holds, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another user");
        assertThatThrownBy(() -> ledger.releaseAll(stranger, List.of(holds.get(0).jobId())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another user");
        assertThat(ledger.balance(user).held()).isEqualTo(20);
    }

    @Test
    void aCallIsBoundedAndNamesEachJobOnce() {
        NewHold hold = new NewHold(Uuid7.create(), 1);
        assertThatThrownBy(() -> ledger.reserveAll(user, List.of(hold, hold), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.reserveAll(user, holds(1, 0), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.reserveAll(user, holds(1_001, 1), null))
                .isInstanceOf(IllegalArgumentException.class);
        List<UUID> tooMany = holds(1_001, 1).stream().map(NewHold::jobId).toList();
        assertThatThrownBy(() -> ledger.releaseAll(user, tooMany))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofFiftyBatchesAtOnceExactlyThoseThatArePaidForAreAccepted() throws Exception {
        // 10 times 20 credits each: the plan pays for 5 of them.
        ExecutorService workers = Executors.newFixedThreadPool(50);
        try (Connections.Pool pool = Connections.pool(DATABASE.role(), 20)) {
            CreditLedger shared = Ledgers.on(pool.source());
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(() -> isAccepted(shared, holds(10, 20)));
            }
            int accepted = 0;
            for (Future<Boolean> call : workers.invokeAll(calls, 50, TimeUnit.SECONDS)) {
                accepted += call.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(5);
        } finally {
            workers.shutdownNow();
        }
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 1_000));
    }

    private boolean isAccepted(CreditLedger shared, List<NewHold> holds) {
        try {
            return shared.reserveAll(user, holds, null);
        } catch (InsufficientCreditsException e) {
            return false;
        }
    }

    private void buy(long credits) {
        ledger.grant(user, CreditBucket.PURCHASED, credits, "order:" + Uuid7.create(), "Pack");
    }

    private static List<NewHold> holds(int count, long credits) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewHold(Uuid7.create(), credits))
                .toList();
    }
}
