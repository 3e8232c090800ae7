package studio.pingvas.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.IdempotencyKeyInUseException;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.contracts.payment.SubscriptionExistsException;
import studio.pingvas.payment.subscriptions.TestSubscriptions;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

class GatewayRequestsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final long PRO = 103;
    private static final long STUDIO = 105;
    private static EntityManagerFactory persistence;

    private final Buyer ann =
            new Buyer(Uuid7.create(), "ann" + UUID.randomUUID() + "@example.test");
    private EntityManager entities;
    private GatewayRequests requests;
    private RecordedCheckouts checkouts;

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
        entities = persistence.createEntityManager();
        requests = new GatewayRequests();
        requests.entities = entities;
        requests.turns = TestSubscriptions.turns(entities);
        requests.current = TestSubscriptions.current(entities);
        checkouts = new RecordedCheckouts();
        checkouts.entities = entities;
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void theSameKeyOfTheSameUserIsTheSameRequest() {
        UUID reference = begin("key", PRO).reference();
        inTransaction(() -> requests.finish(reference, "https://shop/1"));

        GatewayRequest again = begin("key", PRO);

        assertThat(again.reference()).isEqualTo(reference);
        assertThat(again.isAnswered()).isTrue();
        assertThat(again.url()).isEqualTo("https://shop/1");
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        begin("key", PRO);

        assertThatThrownBy(() -> begin("key", STUDIO))
                .isInstanceOf(IdempotencyKeyReusedException.class);
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherRequest() {
        begin("key", PRO);
        Buyer bob = new Buyer(Uuid7.create(), "bob@example.test");

        assertThat(inTransaction(() -> requests.beginSubscription(bob, "key", STUDIO)).isAnswered())
                .isFalse();
    }

    @Test
    void aRequestThatRunsIsNotRunASecondTime() {
        begin("key", PRO);

        assertThatThrownBy(() -> begin("key", PRO))
                .isInstanceOf(IdempotencyKeyInUseException.class);
    }

    @Test
    void aRequestThatFailedMayBeRepeatedAtOnceUnderItsReference() {
        UUID reference = begin("key", PRO).reference();
        inTransaction(
                () -> {
                    requests.fail(reference);
                    return null;
                });

        assertThat(begin("key", PRO).reference()).isEqualTo(reference);
    }

    @Test
    void aRequestWhoseNodeDiedMayBeRepeatedAfterAMinute() {
        UUID reference = begin("key", PRO).reference();
        DATABASE.execute(
                "update gateway_request set begun_at = now() - interval '61 seconds'"
                        + " where reference = '%s'".formatted(reference));
        entities.clear();

        assertThat(begin("key", PRO).reference()).isEqualTo(reference);
    }

    @Test
    void whoeverHasASubscriptionDoesNotGetASecondOne() {
        subscribe(ann.userId());

        assertThatThrownBy(() -> begin("key", PRO)).isInstanceOf(SubscriptionExistsException.class);
        assertThat(inTransaction(() -> requests.beginPurchase(ann, "pack", 201)).isAnswered())
                .isFalse();
    }

    @Test
    void aKeyIsNeededAndNotWithoutEnd() {
        assertThatThrownBy(() -> begin(null, PRO)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> begin("", PRO)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> begin("k".repeat(256), PRO))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void nobodyBeginsWithoutEnd() {
        for (int number = 0; number < 30; number++) {
            begin("key " + number, PRO);
        }

        assertThatThrownBy(() -> begin("key 30", PRO)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void aReferenceTellsItsUser() {
        UUID reference = begin("key", PRO).reference();

        assertThat(checkouts.userOf(reference)).hasValue(ann.userId());
        assertThat(checkouts.userOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aPurchaseNobodyToldOfIsKnownByAddressPriceAndTime() {
        GatewayRequest request = begin("key", PRO);
        Instant paid = request.expiresAt().minusSeconds(60);

        assertThat(checkouts.purchase(ann.email().toUpperCase(), PRO, paid))
                .hasValueSatisfying(found -> assertThat(found.userId()).isEqualTo(ann.userId()));
        assertThat(checkouts.purchase("else@example.test", PRO, paid)).isEmpty();
        assertThat(checkouts.purchase(ann.email(), STUDIO, paid)).isEmpty();
        assertThat(checkouts.purchase(ann.email(), PRO, paid.plusSeconds(61))).isEmpty();
    }

    @Test
    void aPurchaseThatTwoUsersMayHaveMadeIsNobodys() {
        GatewayRequest request = begin("key", PRO);
        Buyer other = new Buyer(Uuid7.create(), ann.email());
        inTransaction(() -> requests.beginSubscription(other, "key", PRO));

        assertThat(checkouts.purchase(ann.email(), PRO, request.expiresAt())).isEmpty();
    }

    @Test
    void requestsThatNobodyRefersToAreForgotten() {
        UUID old = begin("old", PRO).reference();
        UUID young = begin("young", PRO).reference();
        DATABASE.execute(
                "update gateway_request set created_at = now() - interval '401 days'"
                        + " where reference = '%s'".formatted(old));

        inTransaction(requests::deleteOld);

        entities.clear();
        assertThat(checkouts.userOf(old)).isEmpty();
        assertThat(checkouts.userOf(young)).isPresent();
    }

    private static void subscribe(UUID user) {
        DATABASE.execute(
                """
                insert into subscription (id, user_id, tier, status, source, source_id,
                    billing_interval, variant_id, period_start, renews_at, source_updated_at)
                values ('%1$s', '%1$s', 'pro', 'active', 'lemonsqueezy', '%1$s', 'month', 103,
                    now(), now() + interval '1 month', now())
                """
                        .formatted(user));
    }

    private GatewayRequest begin(String key, long variant) {
        return inTransaction(() -> requests.beginSubscription(ann, key, variant));
    }

    private <T> T inTransaction(Supplier<T> work) {
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }
    }
}
