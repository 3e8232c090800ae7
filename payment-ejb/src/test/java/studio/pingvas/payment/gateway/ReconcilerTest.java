package studio.pingvas.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.lemonsqueezy.FollowedShop;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** The gateway sold something, and no report came. */
class ReconcilerTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final long PRO = 103;
    private static final long PACK = 201;
    private static final long WITH_PRO = Ledgers.SIGNUP_CREDITS + 40_000;
    private static EntityManagerFactory persistence;

    private final Buyer ann = new Buyer(Uuid7.create(), "a" + UUID.randomUUID() + "@example.test");
    private final Map<String, ObjectNode> sold = new LinkedHashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private int lastPage = 1;
    private FakeGateway gateway;
    private EntityManager entities;
    private FollowedShop shop;
    private Reconciler reconciler;

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void wire() throws IOException {
        gateway = new FakeGateway().behaves(this::answer);
        entities = persistence.createEntityManager();
        RecordedCheckouts checkouts = new RecordedCheckouts();
        checkouts.entities = entities;
        shop = new FollowedShop(persistence, checkouts);
        FetchedResources fetched = new FetchedResources();
        fetched.client = GatewayClients.of(gateway);
        fetched.checkouts = checkouts;
        fetched.resources = shop.resources();
        reconciler = new Reconciler();
        reconciler.connection = fetched.client.connection;
        reconciler.client = fetched.client;
        reconciler.fetched = fetched;
        reconciler.store = new TransactionalStore();
        reconciler.store.entities = entities;
        reconciler.plans = PlanCatalog.bundled();
        reconciler.shop = shop.shop();
        reconciler.pause = Duration.ZERO;
        DATABASE.execute("delete from reconciliation");
    }

    @AfterEach
    void close() {
        shop.close();
        entities.close();
        gateway.close();
    }

    @Test
    void aPurchaseThatNoReportToldOfIsRepairedOnce() throws InterruptedException {
        begin(PRO);
        sellSubscription(ann.email());

        assertThat(reconciler.readNewest(5)).contains("2 resources repaired", "0 failed");
        assertThat(Ledgers.on(DATABASE.role()).balance(ann.userId()).plan()).isEqualTo(WITH_PRO);
        assertThat(reconciler.readNewest(5)).contains("0 resources repaired");
        assertThat(Ledgers.on(DATABASE.role()).balance(ann.userId()).plan()).isEqualTo(WITH_PRO);
    }

    @Test
    void creditPacksAreRepairedToo() throws InterruptedException {
        begin(PACK);
        sell("orders", newId(), order(ann.email(), PACK));

        assertThat(reconciler.readNewest(5)).contains("1 resources repaired");
        assertThat(Ledgers.on(DATABASE.role()).balance(ann.userId()).purchased()).isEqualTo(5_000);
    }

    @Test
    void aLaterChangeOfWhatIsKnownIsRepaired() throws InterruptedException {
        begin(PRO);
        String id = sellSubscription(ann.email());
        reconciler.readNewest(5);
        sold.get("subscriptions/" + id)
                .put("status", "cancelled")
                .put("ends_at", now.plus(20, ChronoUnit.DAYS).toString())
                .put("updated_at", now.plusSeconds(60).toString());

        assertThat(reconciler.readNewest(5)).contains("1 resources repaired");
        assertThat(
                        entities.createNativeQuery(
                                        "select status from subscription where source_id = ?1")
                                .setParameter(1, id)
                                .getSingleResult())
                .isEqualTo("cancelling");
    }

    @Test
    void aPurchaseOfNobodyWeKnowIsTold() throws InterruptedException {
        sell("orders", newId(), order("stranger@example.test", PACK));

        assertThat(reconciler.readNewest(5)).contains("1 of nobody we know");
    }

    @Test
    void oneThatMakesNoSenseDoesNotHoldUpTheOthers() {
        begin(PACK);
        sell("orders", newId(), order(ann.email(), PACK).putNull("status"));
        sell("orders", newId(), order(ann.email(), PACK));

        assertThatThrownBy(() -> reconciler.readNewest(5))
                .hasMessageContaining("1 resources repaired")
                .hasMessageContaining("1 failed");
        assertThat(Ledgers.on(DATABASE.role()).balance(ann.userId()).purchased()).isEqualTo(5_000);
    }

    @Test
    void theNewestPagesAreLimited() throws InterruptedException {
        lastPage = 9;

        assertThat(reconciler.readNewest(2)).contains("6 pages");
    }

    @Test
    void everythingIsReadOverSeveralRuns() throws InterruptedException {
        lastPage = 3;

        assertThat(reconciler.readAll(4)).contains("4 pages");
        assertThat(gateway.lastCall().path()).contains("/orders", "number%5D=1");
        assertThat(reconciler.readAll(100)).contains("8 pages");
        assertThat(gateway.calls().get(4).path()).contains("/subscriptions", "number%5D=1");
        assertThat(reconciler.readAll(100)).contains("9 pages");
    }

    private void begin(long variant) {
        DATABASE.execute(
                """
                insert into gateway_request (reference, user_id, idempotency_key, kind,
                    variant_id, email_sha256, state, begun_at, created_at, expires_at)
                values ('%s', '%s', 'key', 'checkout', %d, sha256('%s'), 'done', now(),
                    now() - interval '1 minute', now() + interval '29 minutes')
                """
                        .formatted(Uuid7.create(), ann.userId(), variant, ann.email()));
    }

    private String sellSubscription(String email) {
        String order = newId();
        String id = newId();
        sell("orders", order, order(email, PRO));
        sell(
                "subscriptions",
                id,
                common().put("order_id", Long.parseLong(order))
                        .put("variant_id", PRO)
                        .put("user_email", "changed@example.test")
                        .put("status", "active")
                        .put("renews_at", now.plus(30, ChronoUnit.DAYS).toString()));
        sell(
                "subscription-invoices",
                newId(),
                common().put("subscription_id", Long.parseLong(id))
                        .put("billing_reason", "initial")
                        .put("currency", "USD")
                        .put("status", "paid")
                        .put("subtotal", 2_900)
                        .put("total", 2_900)
                        .put("refunded_amount", 0));
        return id;
    }

    private ObjectNode order(String email, long variant) {
        ObjectNode order =
                common().put("user_email", email)
                        .put("currency", "USD")
                        .put("status", "paid")
                        .put("total", 600)
                        .put("refunded_amount", 0);
        order.putObject("first_order_item").put("variant_id", variant);
        return order;
    }

    private ObjectNode common() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("store_id", 11)
                .put("customer_id", 501)
                .put("created_at", now.toString())
                .put("updated_at", now.toString())
                .put("test_mode", true);
    }

    private void sell(String type, String id, ObjectNode attributes) {
        sold.put(type + "/" + id, attributes);
    }

    private static String newId() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1, 1L << 50));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        if (path.contains("/")) {
            document.set("data", data(path));
        } else {
            document.putObject("meta").putObject("page").put("lastPage", lastPage);
            ArrayNode list = document.putArray("data");
            sold.keySet().stream()
                    .filter(key -> key.startsWith(path + "/"))
                    .forEach(key -> list.add(data(key)));
        }
        FakeGateway.respond(exchange, 200, document.toString());
    }

    private ObjectNode data(String key) {
        String[] parts = key.split("/");
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("type", parts[0]).put("id", parts[1]);
        data.set("attributes", sold.get(key));
        return data;
    }

    /** What {@code @TransactionAttribute} does. */
    private static final class TransactionalStore extends ReconciliationStore {
        @Override
        public void continueAt(String type, int page) {
            entities.getTransaction().begin();
            super.continueAt(type, page);
            entities.getTransaction().commit();
        }
    }
}
