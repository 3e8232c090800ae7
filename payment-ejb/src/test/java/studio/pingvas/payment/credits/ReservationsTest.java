package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Reservations of many users that come while another one is made. */
@Timeout(60)
class ReservationsTest {
    private static final DataSource ROLE = TestDatabase.of("payments").role();

    private final CreditLedger elsewhere = Ledgers.on(ROLE);
    private final AtomicInteger statements = new AtomicInteger();
    private final CountDownLatch database = new CountDownLatch(1);
    private final CreditLedger ledger = Ledgers.on(Connections.source(this::connectLate));

    @AfterEach
    void theBooksAreRight() {
        assertThat(elsewhere.check().problems()).isEmpty();
    }

    @Test
    void theyAreMadeInOneStatement() throws Exception {
        List<UUID> users = Stream.generate(Uuid7::create).limit(10).toList();
        List<FutureTask<Object>> calls = inOneGroup(users.stream().map(this::reserveTen).toList());

        assertThat(answersOf(calls)).containsOnly(true);
        assertThat(statements).as("the first, and those that came meanwhile").hasValue(2);
        assertThat(users)
                .allSatisfy(
                        user ->
                                assertThat(elsewhere.balance(user))
                                        .isEqualTo(new CreditBalance(990, 0, 10)));
    }

    @Test
    void eachIsAnsweredForItself() throws Exception {
        UUID user = Uuid7.create();
        UUID ended = Uuid7.create();
        elsewhere.reserve(user, ended, 5);
        elsewhere.release(ended);
        UUID job = Uuid7.create();
        SpendLimit limit = new SpendLimit(Uuid7.create(), 15L);

        List<FutureTask<Object>> calls =
                inOneGroup(
                        List.of(
                                () -> ledger.reserve(user, ended, 5),
                                () -> ledger.reserve(user, Uuid7.create(), 9_999),
                                () -> ledger.reserve(user, Uuid7.create(), 5, null, 9_999),
                                () -> ledger.reserve(user, job, 20),
                                () -> ledger.reserve(user, job, 20),
                                () -> ledger.reserve(user, Uuid7.create(), 10, limit),
                                () -> ledger.reserve(user, Uuid7.create(), 10, limit)));

        List<Object> answers = answersOf(calls);
        assertThat(answers.get(0)).isEqualTo(false);
        assertThat(answers.subList(1, 3))
                .hasOnlyElementsOfType(InsufficientCreditsException.class)
                .extracting(e -> ((InsufficientCreditsException) e).details())
                .containsOnly(Map.of("credits_required", 9_999L, "credits_available", 1_000L));
        assertThat(answers.subList(3, 5)).containsOnly(true);
        assertThat(answers.subList(5, 7))
                .hasAtLeastOneElementOfType(SpendLimitReachedException.class)
                .contains(true);
        assertThat(statements).hasValue(2);
        assertThat(elsewhere.balance(user)).isEqualTo(new CreditBalance(970, 0, 30));
    }

    @Test
    void whoeverNamesAJobOfAStrangerIsRefusedAlone() throws Exception {
        UUID user = Uuid7.create();
        UUID job = Uuid7.create();
        elsewhere.reserve(Uuid7.create(), job, 10);

        List<FutureTask<Object>> calls =
                inOneGroup(List.of(reserveTen(user), () -> ledger.reserve(user, job, 10)));

        List<Object> answers = answersOf(calls);
        assertThat(answers.get(0)).isEqualTo(true);
        assertThat(answers.get(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(elsewhere.balance(user)).isEqualTo(new CreditBalance(990, 0, 10));
    }

    @Test
    void aLockedAccountHoldsUpItsUserAlone() throws Exception {
        UUID user = Uuid7.create();
        UUID other = Uuid7.create();
        try (Connection connection = ROLE.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select open_account('%s', 1000)".formatted(user));
            connection.commit();
            statement.execute("select open_account('%s', 1000)".formatted(user));

            List<FutureTask<Object>> calls =
                    inOneGroup(List.of(reserveTen(user), reserveTen(other)));

            assertThat(calls.get(1).get(30, TimeUnit.SECONDS)).isEqualTo(true);
            assertThat(reserveTen(Uuid7.create()).get()).isEqualTo(true);
            assertThat(calls.get(0).isDone()).isFalse();
            connection.commit();
            assertThat(calls.get(0).get(30, TimeUnit.SECONDS)).isEqualTo(true);
        }
    }

    @Test
    void nodesThatHoldAndEndForTheSameUsersNeverWaitInACircle() throws Exception {
        database.countDown();
        List<UUID> users = Stream.generate(Uuid7::create).limit(8).toList();
        List<FutureTask<Object>> calls = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            CreditLedger node = thread % 2 == 0 ? ledger : elsewhere;
            calls.add(begin(() -> holdAndEnd(node, users)));
        }

        assertThat(answersOf(calls)).containsOnly(8 * 5);
        assertThat(users)
                .allSatisfy(
                        user ->
                                assertThat(elsewhere.balance(user))
                                        .isEqualTo(new CreditBalance(1_000 - 16 * 5, 0, 0)));
    }

    private static int holdAndEnd(CreditLedger node, List<UUID> users) {
        int charged = 0;
        for (int round = 0; round < 5; round++) {
            Map<UUID, Long> charges = new HashMap<>();
            for (UUID user : users) {
                UUID job = Uuid7.create();
                node.reserve(user, job, 2);
                charges.put(job, 1L);
            }
            charged += node.settleAll(charges).size();
        }
        return charged;
    }

    /** The calls, which have come while the database lets somebody else wait. */
    private List<FutureTask<Object>> inOneGroup(List<Supplier<Object>> calls)
            throws InterruptedException {
        List<Thread> waiting = new ArrayList<>();
        List<FutureTask<Object>> running = new ArrayList<>();
        begin(reserveTen(Uuid7.create()), waiting);
        awaitAll(waiting);
        for (Supplier<Object> call : calls) {
            running.add(begin(call, waiting));
            awaitAll(waiting);
        }
        database.countDown();
        return running;
    }

    private static void awaitAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }

    private static FutureTask<Object> begin(Supplier<Object> call) {
        return begin(call, new ArrayList<>());
    }

    private static FutureTask<Object> begin(Supplier<Object> call, List<Thread> threads) {
        FutureTask<Object> task = new FutureTask<>(() -> answerOf(call));
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return task;
    }

    private static Object answerOf(Supplier<Object> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static List<Object> answersOf(List<FutureTask<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        for (FutureTask<Object> call : calls) {
            answers.add(call.get(50, TimeUnit.SECONDS));
        }
        return answers;
    }

    private Supplier<Object> reserveTen(UUID user) {
        return () -> ledger.reserve(user, Uuid7.create(), 10);
    }

    private Connection connectLate() throws SQLException, InterruptedException {
        database.await();
        return Connections.counting(ROLE.getConnection(), statements);
    }
}
