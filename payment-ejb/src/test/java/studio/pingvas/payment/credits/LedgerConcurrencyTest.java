package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Many at once: nothing is lost, overdrawn or done twice, and nobody waits for ever. */
@Timeout(60)
class LedgerConcurrencyTest {
    private static final int THREADS = 40;
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(THREADS);

    private static Connections.Pool pool;
    private static CreditLedger ledger;

    private final UUID user = Uuid7.create();

    @BeforeAll
    static void connect() throws SQLException {
        pool = Connections.pool(TestDatabase.of("payments").role(), THREADS);
        ledger = Ledgers.on(pool.source());
    }

    @AfterAll
    static void stop() throws SQLException {
        WORKERS.shutdownNow();
        pool.close();
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void ofTwoHundredReservesExactlyThoseThatArePaidForAreAccepted() throws Exception {
        // 20 credits each: the plan pays for 50 of them.
        List<UUID> jobs = Stream.generate(Uuid7::create).limit(200).toList();
        List<Boolean> accepted = allAtOnce(jobs.stream().map(this::reserveTwenty).toList());

        assertThat(accepted).filteredOn(Boolean::booleanValue).hasSize(50);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 1_000));
        List<Callable<Long>> settles = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (accepted.get(i)) {
                UUID job = jobs.get(i);
                settles.add(() -> ledger.settle(job, 20));
            }
        }
        assertThat(allAtOnce(settles)).containsOnly(20L);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0));
        assertThat(ledger.history(user, null, 100).items()).hasSize(51);
    }

    @Test
    void anAccountOpensOnceHoweverManyTouchItFirst() throws Exception {
        Callable<CreditBalance> touch = () -> ledger.balance(user);
        assertThat(allAtOnce(Collections.nCopies(THREADS, touch)))
                .containsOnly(new CreditBalance(1_000, 0, 0));
        assertThat(ledger.history(user, null, 100).items()).hasSize(1);
    }

    @Test
    void aReserveThatTwoNodesRepeatHasOneEffect() throws Exception {
        UUID job = Uuid7.create();
        Callable<Boolean> reserve = () -> ledger.reserve(user, job, 300);
        assertThat(allAtOnce(Collections.nCopies(THREADS, reserve))).containsOnly(true);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(700, 0, 300));
    }

    @Test
    void aHoldEndsOnceAndEverybodyHearsTheSameEnd() throws Exception {
        for (int round = 0; round < 10; round++) {
            long before = ledger.balance(user).plan();
            UUID job = Uuid7.create();
            ledger.reserve(user, job, 30);
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS / 4; i++) {
                calls.add(() -> isChargedBySettling(job));
                calls.add(() -> isChargedByReleasing(job));
                calls.add(
                        () -> {
                            ledger.reserve(user, job, 30);
                            return isChargedByReleasing(job);
                        });
            }
            Collections.shuffle(calls);

            List<Boolean> charged = allAtOnce(calls);

            assertThat(charged).containsOnly(charged.get(0));
            long spent = charged.get(0) ? 10 : 0;
            assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(before - spent, 0, 0));
            assertThat(ledger.reserve(user, job, 30)).isFalse();
        }
    }

    @Test
    void aGrantThatArrivesTwentyTimesIsGivenOnce() throws Exception {
        Callable<Boolean> grant =
                () -> {
                    ledger.grant(user, CreditBucket.PURCHASED, 500, "order:" + user, "Credit pack");
                    return true;
                };
        allAtOnce(Collections.nCopies(20, grant));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 500, 0));
    }

    @Test
    void renewalsAndRefundsThatArriveTwentyTimesBetweenJobsHaveOneEffect() throws Exception {
        ledger.grant(user, CreditBucket.PURCHASED, 500, "order:" + user, "Credit pack");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(
                    () -> {
                        ledger.renewPlan(user, 400, "invoice:" + user, "Month");
                        return true;
                    });
            calls.add(
                    () -> {
                        ledger.takeBack(user, CreditBucket.PURCHASED, 900, "refund:" + user, "");
                        return true;
                    });
            UUID job = Uuid7.create();
            calls.add(() -> reserveTwenty(job).call() && isChargedBySettling(job));
        }
        Collections.shuffle(calls);

        allAtOnce(calls);

        CreditBalance balance = ledger.balance(user);
        assertThat(balance.held()).isZero();
        List<Entry> history = ledger.history(user, null, 100).items();
        assertThat(history).filteredOn(entry -> entry.amount() == 400).hasSize(1);
        assertThat(history)
                .filteredOn(entry -> entry.type().equals("refund"))
                .extracting(Entry::amount)
                .satisfies(
                        taken ->
                                assertThat(taken.stream().mapToLong(Long::longValue).sum())
                                        .isEqualTo(balance.debt() - 900));
        assertThat(history.stream().mapToLong(Entry::amount).sum()).isEqualTo(balance.balance());
    }

    @Test
    void oppositeOrdersOfUsersAndJobsNeverDeadlock() throws Exception {
        List<UUID> users = Stream.generate(Uuid7::create).limit(20).toList();
        List<UUID> jobs = Stream.generate(Uuid7::create).limit(20).toList();
        List<Callable<Boolean>> walks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            boolean forwards = thread % 2 == 0;
            walks.add(() -> walk(users, jobs, forwards));
        }
        assertThat(allAtOnce(walks)).containsOnly(true);
        assertThat(users)
                .allSatisfy(
                        each -> assertThat(ledger.balance(each).available()).isIn(990L, 1_000L));
    }

    private boolean walk(List<UUID> users, List<UUID> jobs, boolean forwards) {
        for (int step = 0; step < users.size(); step++) {
            int at = forwards ? step : users.size() - 1 - step;
            ledger.reserve(users.get(at), jobs.get(at), 10);
            if (forwards) {
                isChargedBySettling(jobs.get(at));
            } else {
                ledger.release(jobs.get(at));
            }
            ledger.reserve(users.get(at), jobs.get(at), 10);
        }
        return true;
    }

    private Callable<Boolean> reserveTwenty(UUID job) {
        return () -> {
            try {
                return ledger.reserve(user, job, 20);
            } catch (InsufficientCreditsException e) {
                return false;
            }
        };
    }

    private boolean isChargedBySettling(UUID job) {
        try {
            return ledger.settle(job, 10) == 10;
        } catch (HoldNotOpenException e) {
            return false;
        }
    }

    private boolean isChargedByReleasing(UUID job) {
        return ledger.release(job) == 0;
    }

    /** Runs the calls together, as near to one instant as the machine can. */
    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running =
                calls.stream()
                        .map(
                                call ->
                                        WORKERS.submit(
                                                () -> {
                                                    start.await();
                                                    return call.call();
                                                }))
                        .toList();
        start.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> result : running) {
            results.add(result.get(50, TimeUnit.SECONDS));
        }
        return results;
    }
}
