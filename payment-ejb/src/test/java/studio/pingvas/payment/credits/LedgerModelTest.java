package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Random operations against a model. A failure names the seed; {@code -Dseed=} repeats it. */
@Timeout(60)
class LedgerModelTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int THREADS = 8;

    private static Connections.Pool pool;
    private static CreditLedger ledger;

    @BeforeAll
    static void connect() throws SQLException {
        pool = Connections.pool(TestDatabase.of("payments").role(), THREADS);
        ledger = Ledgers.on(pool.source());
        System.out.println("LedgerModelTest: seed " + SEED);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        pool.close();
    }

    @RepeatedTest(3)
    void everyAnswerIsThatOfTheModel(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        runAgainstModel(new Random(seed), "seed " + seed);
        assertThat(ledger.check().problems()).as("seed %d", seed).isEmpty();
    }

    /** Each thread has users of its own to predict; all share tables, indexes and connections. */
    @Test
    void strangersDoNotDisturbEachOther() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            long seed = SEED + 100 + thread;
            running.add(workers.submit(() -> runAgainstModel(new Random(seed), "seed " + seed)));
        }
        for (Future<?> run : running) {
            run.get(50, TimeUnit.SECONDS);
        }
        workers.shutdown();
        assertThat(ledger.check().problems()).as("seed %d", SEED).isEmpty();
    }

    /**
     * All threads work on the same user and the same jobs, so the order is anybody's; what was
     * acknowledged must add up all the same.
     */
    @Test
    void whatWasAcknowledgedAddsUpWhateverTheOrder() throws Exception {
        UUID user = Uuid7.create();
        ledger.grant(user, CreditBucket.PURCHASED, 2_000, "order:" + user, "Credit pack");
        List<UUID> jobs = Stream.generate(Uuid7::create).limit(60).toList();
        Map<UUID, Set<String>> charges = new ConcurrentHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(SEED + 200 + thread);
            running.add(workers.submit(() -> work(random, user, jobs, charges)));
        }
        for (Future<?> run : running) {
            run.get(50, TimeUnit.SECONDS);
        }
        workers.shutdown();

        long charged = 0;
        for (UUID job : jobs) {
            // Ends what is still open without a charge, and tells the charge of what was settled.
            String end = settle(job, 0);
            charged += end.equals("not open") ? 0 : Long.parseLong(end);
            assertThat(charges.getOrDefault(job, Set.of(end)))
                    .as("seed %d", SEED)
                    .containsOnly(end);
        }
        assertThat(ledger.balance(user).balance()).as("seed %d", SEED).isEqualTo(3_000 - charged);
        assertThat(ledger.balance(user).held()).as("seed %d", SEED).isZero();
        assertThat(ledger.history(user, null, 100).items().stream().mapToLong(Entry::amount).sum())
                .as("seed %d", SEED)
                .isEqualTo(3_000 - charged);
        assertThat(ledger.check().problems()).as("seed %d", SEED).isEmpty();
    }

    private static void work(
            Random random, UUID user, List<UUID> jobs, Map<UUID, Set<String>> charges) {
        for (int step = 0; step < 150; step++) {
            UUID job = jobs.get(random.nextInt(jobs.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> reserve(user, job, 1 + random.nextInt(200), null);
                case 4 -> reserveAll(user, someOf(jobs, random, 1 + random.nextInt(50)), null);
                case 5 -> ledger.releaseAll(user, List.of(job));
                case 2 -> {
                    String end = settle(job, random.nextInt(200));
                    if (Character.isDigit(end.charAt(0))) {
                        charges.computeIfAbsent(job, key -> ConcurrentHashMap.newKeySet()).add(end);
                    }
                }
                default -> ledger.release(job);
            }
        }
    }

    private static void runAgainstModel(Random random, String seed) {
        UUID user = Uuid7.create();
        LedgerModel model = new LedgerModel();
        List<UUID> jobs = Stream.generate(Uuid7::create).limit(25).toList();
        SpendLimit limit = new SpendLimit(Uuid7.create(), 600L);
        for (int step = 0; step < 150; step++) {
            String where = seed + ", step " + step;
            UUID job = jobs.get(random.nextInt(jobs.size()));
            CreditBucket bucket = CreditBucket.values()[random.nextInt(2)];
            long credits = 1 + random.nextInt(300);
            // Few keys, so that many are used again.
            String key = user + ":" + random.nextInt(30);
            switch (random.nextInt(17)) {
                case 0, 1, 2 ->
                        assertThat(reserve(user, job, credits, null))
                                .as(where)
                                .isEqualTo(model.reserve(job, credits, null));
                case 3, 4 ->
                        assertThat(reserve(user, job, credits, limit))
                                .as(where)
                                .isEqualTo(model.reserve(job, credits, limit));
                case 5, 6 ->
                        assertThat(settle(job, credits))
                                .as(where)
                                .isEqualTo(model.settle(job, credits));
                case 7, 8 ->
                        assertThat(String.valueOf(ledger.release(job)))
                                .as(where)
                                .isEqualTo(model.release(job));
                case 9 -> {
                    ledger.grant(user, bucket, credits, "gift:" + Uuid7.create(), "");
                    model.grant(bucket, credits);
                }
                case 10 -> {
                    ledger.takeBack(user, bucket, credits, "refund:" + key, "");
                    model.takeBack(bucket, credits, "refund:" + key);
                }
                case 11 -> {
                    // From -200, without zero, which is no correction.
                    long amount = credits <= 200 ? credits - 201 : credits - 200;
                    assertThat(adjust(user, bucket, amount))
                            .as(where)
                            .isEqualTo(model.adjust(bucket, amount));
                }
                case 13, 14 -> {
                    List<NewHold> holds = someOf(jobs, random, 1 + random.nextInt(80));
                    SpendLimit spender = random.nextBoolean() ? limit : null;
                    assertThat(reserveAll(user, holds, spender))
                            .as(where)
                            .isEqualTo(model.reserveAll(holds, spender));
                }
                case 15, 16 -> {
                    List<UUID> some = someOf(jobs, random, 1).stream().map(NewHold::jobId).toList();
                    assertThat(ledger.releaseAll(user, some))
                            .as(where)
                            .isEqualTo(model.releaseAll(some));
                }
                default -> {
                    if (random.nextBoolean()) {
                        ledger.renewPlan(user, credits, "invoice:" + key, "");
                        model.renewPlan(credits, "invoice:" + key);
                    } else {
                        ledger.expirePlan(user, "end:" + key, "");
                        model.expirePlan("end:" + key);
                    }
                }
            }
            assertThat(ledger.balance(user)).as(where).isEqualTo(model.balance());
        }
    }

    private static String reserve(UUID user, UUID job, long credits, SpendLimit limit) {
        try {
            return ledger.reserve(user, job, credits, limit) ? "held" : "ended";
        } catch (InsufficientCreditsException e) {
            return "refused";
        } catch (SpendLimitReachedException e) {
            return "over the limit";
        }
    }

    private static String reserveAll(UUID user, List<NewHold> holds, SpendLimit limit) {
        try {
            return ledger.reserveAll(user, holds, limit) ? "held" : "ended";
        } catch (InsufficientCreditsException e) {
            return "refused";
        } catch (SpendLimitReachedException e) {
            return "over the limit";
        }
    }

    private static List<NewHold> someOf(List<UUID> jobs, Random random, long credits) {
        List<UUID> shuffled = new ArrayList<>(jobs);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(5)).stream()
                .map(job -> new NewHold(job, credits))
                .toList();
    }

    private static String adjust(UUID user, CreditBucket bucket, long credits) {
        try {
            ledger.adjust(
                    new Adjustment(
                            Uuid7.create(), user, bucket, credits, "Random", Uuid7.create()));
            return "done";
        } catch (InsufficientCreditsException e) {
            return "short";
        }
    }

    private static String settle(UUID job, long credits) {
        try {
            return String.valueOf(ledger.settle(job, credits));
        } catch (HoldNotOpenException e) {
            return "not open";
        } catch (IllegalArgumentException e) {
            return "too much";
        }
    }
}
