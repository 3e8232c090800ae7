package studio.pingvas.payment.lemonsqueezy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import studio.pingvas.payment.Beans;
import studio.pingvas.payment.SilentEvent;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.TestSubscriptions;

/**
 * The beans of the feature, wired by hand for one thread, each call of an EJB in a local
 * transaction.
 */
final class GatewayWorld implements AutoCloseable {
    static final String SECRET = "a secret of the shop";
    static final String PREVIOUS_SECRET = "the one before";

    final EntityManager entities;
    final JpaPaymentWebhooks webhooks = new JpaPaymentWebhooks();
    final GatewayResources resources = new TransactionalResources();
    final ReportWorker worker = new ReportWorker();
    final RefusedReports refused = new RefusedReports();

    private final TransactionalInbox inbox = new TransactionalInbox();

    GatewayWorld(EntityManagerFactory persistence) {
        entities = persistence.createEntityManager();
        wireResources();
        webhooks.entities = entities;
        webhooks.shop = shop();
        webhooks.refused = refused;
        webhooks.kept = new SilentEvent<>();
        inbox.entities = entities;
        inbox.resources = resources;
        inbox.turns = TestSubscriptions.turns(entities);
        worker.inbox = inbox;
        worker.missing = new Beans<>(List.of());
    }

    static String newId() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1, 1L << 50));
    }

    /** Sends it with a good signature, as the gateway does. */
    void send(Payload payload) {
        byte[] body = payload.bytes();
        accept(body, sign(SECRET, body), payload.event());
    }

    void accept(byte[] body, String signature, String event) {
        inTransaction(
                () -> {
                    webhooks.accept(body, signature, event);
                    return null;
                });
    }

    void workOff() {
        worker.workOffWhatIsDue();
        entities.clear();
    }

    void receive(Payload... payloads) {
        for (Payload payload : payloads) {
            send(payload);
            workOff();
        }
    }

    /** Outside of a report, as the API client does. */
    Outcome apply(GatewayResource resource) {
        return resources.apply(resource, Purchase.UNKNOWN);
    }

    static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        entities.close();
    }

    private void wireResources() {
        PaymentCredits credits = new PaymentCredits();
        credits.ledger = Ledgers.in(entities);
        credits.plan = TestSubscriptions.credits(entities);
        credits.plans = PlanCatalog.bundled();
        resources.entities = entities;
        resources.shop = shop();
        resources.plans = PlanCatalog.bundled();
        resources.turns = TestSubscriptions.turns(entities);
        resources.credits = credits;
        resources.ending = TestSubscriptions.ending(entities);
        resources.announcer = TestSubscriptions.announcer(entities);
        resources.checkouts = new Beans<>(List.of());
        resources.grace = Duration.ofDays(14);
    }

    private static Shop shop() {
        Shop shop = new Shop();
        shop.storeId = Payload.STORE;
        shop.testMode = true;
        shop.secret = Optional.of(SECRET);
        shop.previousSecret = Optional.of(PREVIOUS_SECRET);
        return shop;
    }

    private <T> T inTransaction(Supplier<T> work) {
        if (entities.getTransaction().isActive()) {
            return work.get();
        }
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
                entities.clear();
            }
        }
    }

    /** What {@code @TransactionAttribute} does for a caller from outside. */
    private final class TransactionalResources extends GatewayResources {
        @Override
        public Outcome apply(GatewayResource resource, Purchase purchase) {
            return inTransaction(() -> super.apply(resource, purchase));
        }
    }

    private final class TransactionalInbox extends ReportInbox {
        @Override
        public List<Long> due(int limit) {
            return inTransaction(() -> super.due(limit));
        }

        @Override
        public Optional<Report> work(long reportId) {
            return inTransaction(() -> super.work(reportId));
        }

        @Override
        public void fail(long reportId, String reason) {
            inTransaction(
                    () -> {
                        super.fail(reportId, reason);
                        return null;
                    });
        }

        @Override
        public void retry(long reportId) {
            inTransaction(
                    () -> {
                        super.retry(reportId);
                        return null;
                    });
        }
    }
}
