package studio.pingvas.payment.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.contracts.payment.EnterpriseRequestView.Status;
import studio.pingvas.contracts.payment.EnterpriseTerms;
import studio.pingvas.contracts.payment.NoSubscriptionException;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.TestSubscriptions;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

class EnterpriseContractsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final EnterpriseTerms STANDARD = new EnterpriseTerms(null, null);
    private static final EnterpriseRequest REQUEST =
            new EnterpriseRequest("Aurora Ltd", "Ann, +44 20 7946 0000", 40, "By May, please.");

    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void secondRequestReplacesTheOpenOne() {
        EnterpriseRequestView first = ask(c -> c.request(user, REQUEST));
        EnterpriseRequestView second =
                ask(c -> c.request(user, new EnterpriseRequest(" Aurora ", "Bob", 60, null)));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(ask(c -> c.requestOf(user)).request())
                .isEqualTo(new EnterpriseRequest("Aurora", "Bob", 60, ""));
    }

    @Test
    void requestsAtOnceLeaveOneOpen() throws Exception {
        atOnce(6, () -> ask(c -> c.request(user, REQUEST)));

        assertThat(open()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', x, 1", "' ', x, 1", "x, '', 1", "x, x, 0", "x, x, 100001"})
    void requestOutOfRangeIsRefused(String company, String contact, int seats) {
        EnterpriseRequest request = new EnterpriseRequest(company, contact, seats, "");
        assertThatThrownBy(() -> ask(c -> c.request(user, request)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void overlongOrUnstorableTextIsRefused() {
        for (String text : List.of("x".repeat(201), "a\0b")) {
            assertThatThrownBy(
                            () ->
                                    ask(
                                            c ->
                                                    c.request(
                                                            user,
                                                            new EnterpriseRequest(
                                                                    text, "x", 1, ""))))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(
                        () ->
                                ask(
                                        c ->
                                                c.request(
                                                        user,
                                                        new EnterpriseRequest(
                                                                "x", "x", 1, "x".repeat(4001)))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void whoeverAskedForNothingHasNoRequest() {
        assertThatThrownBy(() -> ask(c -> c.requestOf(user))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask(c -> c.request(Uuid7.create())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void activationGivesTierAndTheFirstMonthOnce() {
        UUID request = ask(c -> c.request(user, REQUEST)).id();

        SubscriptionView view = ask(c -> c.activate(user, STANDARD));
        ask(c -> c.activate(user, STANDARD));

        assertThat(view.plan().tier()).isEqualTo(Tier.ENTERPRISE);
        assertThat(view.status()).isEqualTo(SubscriptionView.Status.ACTIVE);
        assertThat(view.managed()).isFalse();
        assertThat(ledger.balance(user).plan()).isEqualTo(601_000);
        assertThat(ask(c -> c.request(request)).status()).isEqualTo(Status.ACTIVATED);
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void activationsAtOnceMakeOneContract() throws Exception {
        atOnce(6, () -> ask(c -> c.activate(user, STANDARD)));

        assertThat(contracts()).isEqualTo(1);
        assertThat(ledger.balance(user).plan()).isEqualTo(601_000);
    }

    @Test
    void nextMonthIsDueByTheTermsThatWereAgreedLast() {
        ask(c -> c.activate(user, new EnterpriseTerms(250_000L, null)));
        assertThat(ledger.balance(user).plan()).isEqualTo(251_000);
        Instant end = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

        SubscriptionView view = ask(c -> c.activate(user, new EnterpriseTerms(300_000L, end)));

        assertThat(view.endsAt()).isEqualTo(end);
        assertThat(
                        single(
                                "SELECT credits_per_month = 300000 AND next_grant_at"
                                        + " = started_at + interval '1 month' FROM subscription"
                                        + " WHERE user_id = '%s'".formatted(user)))
                .isEqualTo(true);
    }

    @Test
    void endTakesTierAndPlanCreditsAndLeavesNoContract() {
        ask(c -> c.activate(user, STANDARD));

        SubscriptionView view = ask(c -> c.end(user));

        assertThat(view.plan().tier()).isEqualTo(Tier.FREE);
        assertThat(view.status()).isEqualTo(SubscriptionView.Status.EXPIRED);
        assertThat(ledger.balance(user).plan()).isZero();
        assertThat(announced()).isEqualTo(2);
        assertThatThrownBy(() -> ask(c -> c.end(user))).isInstanceOf(NoSubscriptionException.class);
    }

    @Test
    void newContractAfterTheEndBringsAMonthAgain() {
        ask(c -> c.activate(user, STANDARD));
        ask(c -> c.end(user));

        ask(c -> c.activate(user, STANDARD));

        assertThat(ledger.balance(user).plan()).isEqualTo(600_000);
        assertThat(contracts()).isEqualTo(2);
    }

    @Test
    void contractWhoseTermIsOverMakesRoomForANewOne() {
        ask(
                c ->
                        c.activate(
                                user,
                                new EnterpriseTerms(null, Instant.now().plus(1, ChronoUnit.DAYS))));
        DATABASE.execute(
                "UPDATE subscription SET ends_at = now() - interval '1 second'"
                        + " WHERE user_id = '%s'".formatted(user));

        ask(c -> c.activate(user, STANDARD));

        assertThat(ledger.balance(user).plan()).isEqualTo(600_000);
        assertThat(contracts()).isEqualTo(2);
    }

    @Test
    void termsOutOfRangeAreRefusedAndChangeNothing() {
        Instant past = Instant.now().minusSeconds(1);
        Instant far = Instant.now().plus(40_000, ChronoUnit.DAYS);
        for (EnterpriseTerms terms :
                List.of(
                        new EnterpriseTerms(0L, null),
                        new EnterpriseTerms(1_000_000_001L, null),
                        new EnterpriseTerms(null, past),
                        new EnterpriseTerms(null, far))) {
            assertThatThrownBy(() -> ask(c -> c.activate(user, terms)))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(contracts()).isZero();
    }

    @Test
    void firstDecisionAboutARequestHolds() {
        UUID request = ask(c -> c.request(user, REQUEST)).id();
        assertThat(ask(c -> c.decline(request)).status()).isEqualTo(Status.DECLINED);

        ask(c -> c.activate(user, STANDARD));
        assertThat(ask(c -> c.request(request)).status()).isEqualTo(Status.DECLINED);
        List<EnterpriseRequestView> all = ask(c -> c.requests(null));
        assertThat(all).filteredOn(each -> each.userId().equals(user)).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void secondContractAtATimeCannotBeStored() {
        ask(c -> c.activate(user, STANDARD));
        assertThatThrownBy(
                        () ->
                                DATABASE.execute(
                                        "INSERT INTO subscription (id, user_id, tier, status,"
                                                + " source, source_id) VALUES (gen_random_uuid(),"
                                                + " '%s', 'enterprise', 'active', 'contract', 'x')"
                                                        .formatted(user)))
                .hasMessageContaining("subscription_contract_once");
    }

    private List<EnterpriseRequestView> open() {
        return ask(c -> c.requests(Status.OPEN)).stream()
                .filter(each -> each.userId().equals(user))
                .toList();
    }

    private long contracts() {
        return (Long)
                single("SELECT count(*) FROM subscription WHERE user_id = '%s'".formatted(user));
    }

    private long announced() {
        return (Long)
                single(
                        "SELECT count(*) FROM outgoing_event WHERE type = 'SubscriptionChanged'"
                                + " AND body LIKE '%"
                                + user
                                + "%'");
    }

    private static Object single(String sql) {
        try (EntityManager entities = persistence.createEntityManager()) {
            return entities.createNativeQuery(sql).getSingleResult();
        }
    }

    private static <T> T ask(Function<JpaEnterpriseContracts, T> call) {
        EntityManager entities = persistence.createEntityManager();
        entities.getTransaction().begin();
        try {
            T result = call.apply(on(entities));
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static JpaEnterpriseContracts on(EntityManager entities) {
        JpaEnterpriseContracts facade = new JpaEnterpriseContracts();
        facade.entities = entities;
        facade.turns = TestSubscriptions.turns(entities);
        facade.current = TestSubscriptions.current(entities);
        facade.announcer = TestSubscriptions.announcer(entities);
        facade.contracts = new ContractTerms();
        facade.contracts.entities = entities;
        facade.contracts.plans = PlanCatalog.bundled();
        facade.contracts.ledger = Ledgers.in(entities);
        facade.contracts.ending = TestSubscriptions.ending(entities);
        return facade;
    }

    private static void atOnce(int times, Callable<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
