package studio.pingvas.payment.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.PaymentGatewayUnavailableException;
import studio.pingvas.contracts.payment.Subscriptions;
import studio.pingvas.payment.Beans;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.subscriptions.TestSubscriptions;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

class PaymentErasureTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final PaymentErasure erasure = new PaymentErasure();
    private final List<UUID> cancelled = new ArrayList<>();
    private final UUID user = Uuid7.create();

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void wire() {
        erasure.gateway = new Beans<>(List.of(gateway(true)));
        erasure.subscriber =
                new ErasedSubscriber() {
                    @Override
                    public boolean isCharged(UUID userId) {
                        return inTransaction(rows -> rows.isCharged(userId));
                    }

                    @Override
                    public void erase(UUID userId) {
                        inTransaction(
                                rows -> {
                                    rows.erase(userId);
                                    return null;
                                });
                    }
                };
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void nothingMoreIsCharged() {
        subscribe("lemonsqueezy", "active");
        erasure.step(user);

        assertThat(cancelled).containsExactly(user);
    }

    @Test
    void whatIsCancelledAlreadyIsNotCancelledAgain() {
        subscribe("lemonsqueezy", "cancelling");
        erasure.step(user);

        assertThat(cancelled).isEmpty();
    }

    @Test
    void gatewayThatDoesNotAnswerIsAskedAgainBeforeAnythingIsForgotten() {
        erasure.gateway = new Beans<>(List.of(gateway(false)));
        subscribe("lemonsqueezy", "past_due");
        write();

        assertThatThrownBy(() -> erasure.step(user))
                .isInstanceOf(PaymentGatewayUnavailableException.class);
        assertThat(rows("enterprise_request WHERE user_id = '%s'")).isOne();
    }

    @Test
    void contractEndsAndWhatThePersonWroteIsGone() {
        subscribe("contract", "active");
        write();
        erasure.step(user);
        erasure.step(user);

        assertThat(rows("live_subscription WHERE user_id = '%s'")).isZero();
        assertThat(rows("subscription WHERE user_id = '%s' AND closed_at IS NOT NULL")).isOne();
        assertThat(rows("enterprise_request WHERE user_id = '%s'")).isZero();
    }

    @Test
    void whoeverPaysOnAPageThatWasOpenBeforeIsCancelledLater() {
        DATABASE.execute(
                "INSERT INTO erasure (user_id, done_at) VALUES ('%s', now())".formatted(user));
        reopen();
        assertThat(rows("erasure WHERE user_id = '%s' AND done_at IS NULL")).isZero();

        subscribe("lemonsqueezy", "active");
        reopen();
        assertThat(rows("erasure WHERE user_id = '%s' AND done_at IS NULL")).isOne();
    }

    @Test
    void nothingLeadsFromACheckoutToThePerson() {
        DATABASE.execute(
                "INSERT INTO gateway_request (reference, user_id, idempotency_key, kind,"
                        + " variant_id, email_sha256, state, url, begun_at, created_at,"
                        + " expires_at) VALUES (gen_random_uuid(), '%s', 'k', 'checkout', 1,"
                                .formatted(user)
                        + " sha256('ann@example.test'), 'done', 'https://pay.test/ann', now(),"
                        + " now(), now())");
        erasure.step(user);

        assertThat(
                        rows(
                                "gateway_request WHERE user_id = '%s'"
                                        + " AND email_sha256 IS NULL AND url IS NULL"))
                .isOne();
    }

    @Test
    void booksStayAsTheyAre() {
        long before = ledger.balance(user).available();
        erasure.step(user);

        assertThat(ledger.balance(user).available()).isEqualTo(before);
    }

    private static void reopen() {
        inTransaction(
                rows -> {
                    rows.reopenForLatePayers();
                    return null;
                });
    }

    private void write() {
        DATABASE.execute(
                "INSERT INTO enterprise_request (id, user_id, company, contact, seats, message)"
                        + " VALUES (gen_random_uuid(), '%s', 'c', 'c', 1, '')".formatted(user));
    }

    private void subscribe(String source, String status) {
        DATABASE.execute(
                "INSERT INTO subscription (id, user_id, tier, status, source, source_id,"
                        + " grace_ends_at) VALUES (gen_random_uuid(), '%s', 'pro', '%s', '%s',"
                                .formatted(user, status, source)
                        + " gen_random_uuid()::text, now() + interval '1 day')");
    }

    private long rows(String from) {
        try (EntityManager entities = persistence.createEntityManager()) {
            return (Long)
                    entities.createNativeQuery("SELECT count(*) FROM " + from.formatted(user))
                            .getSingleResult();
        }
    }

    private static <T> T inTransaction(Function<ErasedSubscriber, T> work) {
        EntityManager entities = persistence.createEntityManager();
        entities.getTransaction().begin();
        try {
            ErasedSubscriber rows = new ErasedSubscriber();
            rows.entities = entities;
            rows.turns = TestSubscriptions.turns(entities);
            rows.current = TestSubscriptions.current(entities);
            rows.ending = TestSubscriptions.ending(entities);
            T result = work.apply(rows);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Of the gateway only what an erasure may ask for. */
    private Subscriptions gateway(boolean answers) {
        return (Subscriptions)
                Proxy.newProxyInstance(
                        Subscriptions.class.getClassLoader(),
                        new Class<?>[] {Subscriptions.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("cancel")) {
                                throw new AssertionError("Not expected: " + method.getName());
                            }
                            if (!answers) {
                                throw new PaymentGatewayUnavailableException();
                            }
                            cancelled.add((UUID) arguments[0]);
                            return null;
                        });
    }
}
