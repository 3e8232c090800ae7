package studio.pingvas.payment.lemonsqueezy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.WebhookSignatureException;
import studio.pingvas.payment.Beans;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** What is kept of what arrives, and what becomes of it. */
class WebhookInboxTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final int AT_ONCE = 20;
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final String id = GatewayWorld.newId();
    private final Instant start =
            Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(10));
    private GatewayWorld world;

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void openWorld() {
        DATABASE.execute("delete from webhook_inbox");
        world = new GatewayWorld(persistence);
    }

    @AfterEach
    void closeWorld() {
        world.close();
    }

    @Test
    void aReportIsKeptAsItCameBeforeAnythingIsDone() {
        Payload created = created();
        world.send(created);
        assertThat(one("select state from webhook_inbox")).isEqualTo("NEW");
        assertThat((byte[]) one("select body from webhook_inbox")).isEqualTo(created.bytes());
        assertThat(one("select count(*) from subscription where source_id = '" + id + "'"))
                .isEqualTo(0L);
    }

    @Test
    void theSecretBeforeIsStillGood() {
        byte[] body = created().bytes();
        world.accept(
                body,
                GatewayWorld.sign(GatewayWorld.PREVIOUS_SECRET, body),
                "subscription_created");
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "absent", "truncated", "upper case", "of another body"})
    void aBadSignatureIsRefusedAndLeavesNothingButACount(String how) {
        byte[] body = created().bytes();
        String good = GatewayWorld.sign(GatewayWorld.SECRET, body);
        String bad =
                switch (how) {
                    case "forged" -> GatewayWorld.sign("another secret", body);
                    case "absent" -> null;
                    case "truncated" -> good.substring(0, 62);
                    case "upper case" -> good.toUpperCase(Locale.ROOT);
                    default -> GatewayWorld.sign(GatewayWorld.SECRET, paid().bytes());
                };
        assertThatThrownBy(() -> world.accept(body, bad, "subscription_created"))
                .isInstanceOf(WebhookSignatureException.class);
        assertThat(rows()).isZero();
        assertThat(world.refused.total()).isEqualTo(1);
    }

    @Test
    void withoutASecretNothingIsBelieved() {
        world.webhooks.shop.secret = Optional.empty();
        world.webhooks.shop.previousSecret = Optional.empty();
        byte[] body = created().bytes();
        assertThatThrownBy(() -> world.accept(body, GatewayWorld.sign("x", body), "any"))
                .isInstanceOf(WebhookSignatureException.class);
    }

    @Test
    void aSecretThatTheGatewayWouldNotTakeStopsTheShop() {
        Shop shop = new Shop();
        shop.secret = Optional.of("short");
        shop.previousSecret = Optional.empty();
        assertThatThrownBy(shop::check).hasMessageContaining("6 to 40");
    }

    @Test
    void twentyEqualReportsAtOnceGiveOneGrant() throws Exception {
        world.receive(created());
        Payload paid = paid();
        atOnce(number -> paid);
        assertThat(one("select count(*) from webhook_inbox where data_type like '%invoices'"))
                .isEqualTo(1L);
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void twentyReportsOfOnePaymentWithFreshLinksGiveOneGrant() throws Exception {
        world.receive(created());
        atOnce(number -> paid().with("urls", Map.of("invoice_url", "signed " + number)));
        assertThat(one("select count(*) from webhook_inbox where data_type like '%invoices'"))
                .isEqualTo((long) AT_ONCE);
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void anOldReportThatIsPlayedAgainChangesNothing() {
        Payload cancelled =
                created()
                        .then("subscription_cancelled", "cancelled", start.plusSeconds(60))
                        .with("ends_at", start.plusSeconds(90).toString());
        Payload resumed = created().then("subscription_resumed", "active", start.plusSeconds(80));
        world.receive(created(), paid(), cancelled, resumed);
        String before = state();
        world.receive(cancelled, paid());
        assertThat(rows()).isEqualTo(4);
        // A body that is not the same by a byte passes the inbox, and is old all the same.
        world.receive(cancelled.with("user_name", "Ann E."), paid().with("user_name", "Ann E."));
        assertThat(state()).isEqualTo(before);
        assertThat(one("select count(*) from webhook_inbox where state = 'STALE'")).isEqualTo(1L);
    }

    @Test
    void whatIsWorkedOffIsNoLongerReadable() {
        world.receive(created());
        assertThat(one("select body from webhook_inbox")).isNull();
        assertThat(one("select data_id from webhook_inbox")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another event", "another store", "another mode"})
    void whatIsNotMeantForThisShopIsRejected(String what) {
        Payload created = created();
        switch (what) {
            case "another store" -> world.send(created.with("store_id", 12));
            case "another mode" -> world.send(created.with("test_mode", false));
            default -> {
                byte[] body = created.bytes();
                String signature = GatewayWorld.sign(GatewayWorld.SECRET, body);
                world.accept(body, signature, "subscription_expired");
            }
        }
        world.workOff();
        assertThat(one("select state from webhook_inbox")).isEqualTo("REJECTED");
        assertThat((String) one("select note from webhook_inbox")).isNotBlank();
        assertThat(one("select count(*) from subscription where source_id = '" + id + "'"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"license_key_created", "something_new"})
    void anEventWithoutMeaningIsDoneWithoutEffect(String event) {
        world.receive(new Payload(event, "license-keys", id, user, created().attributes()));
        assertThat(one("select state from webhook_inbox")).isEqualTo("DONE");
    }

    @Test
    void whatCannotBeUnderstoodIsTriedAgainLaterAndNeverLost() {
        Payload unknown = created().with("variant_id", 999);
        world.receive(unknown);
        assertThat(one("select state from webhook_inbox")).isEqualTo("FAILED");
        assertThat((String) one("select note from webhook_inbox")).contains("Variant 999");
        assertThat((byte[]) one("select body from webhook_inbox")).isEqualTo(unknown.bytes());
        double first = secondsToRetry();
        retryNow();
        assertThat(one("select attempts from webhook_inbox")).isEqualTo(2);
        assertThat(secondsToRetry()).isGreaterThan(first);
        DATABASE.execute("update webhook_inbox set attempts = 40");
        retryNow();
        assertThat(secondsToRetry()).isBetween(3_500.0, 3_600.0);
    }

    @Test
    void aFailureTakesEverythingBackThatItDid() {
        world.receive(created().with("status", "unheard-of"));
        assertThat(one("select state from webhook_inbox")).isEqualTo("FAILED");
        assertThat(one("select count(*) from subscription where source_id = '" + id + "'"))
                .isEqualTo(0L);
    }

    @Test
    void bytesThatAreNoJsonFailAloneAndHoldNobodyUp() {
        byte[] body = {(byte) 0xff, 0, 1};
        world.accept(body, GatewayWorld.sign(GatewayWorld.SECRET, body), "\0" + "x".repeat(500));
        world.receive(created(), paid());
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
    }

    @Test
    void onlyOurOwnRecordSaysWhoWentToPay() {
        UUID reference = Uuid7.create();
        world.resources.checkouts =
                new Beans<>(List.of(asked -> Optional.of(user).filter(u -> asked == reference)));
        world.receive(created());
        assertThat(one("select state from webhook_inbox")).isEqualTo("PARKED");
        Outcome outcome = world.resources.apply(resource(created()), new Purchase(reference, null));
        assertThat(outcome).isEqualTo(Outcome.DONE);
        retryNow();
        assertThat(one("select state from webhook_inbox")).isEqualTo("DONE");
    }

    @Test
    void afterAMinuteTheGatewayIsAskedForAMissingSubscription() {
        List<String> asked = new ArrayList<>();
        world.worker.missing =
                new Beans<>(
                        List.of(
                                wanted -> {
                                    asked.add(wanted);
                                    return false;
                                }));
        world.receive(paid());
        assertThat(asked).isEmpty();
        DATABASE.execute("update webhook_inbox set received_at = now() - interval '61 seconds'");
        retryNow();
        assertThat(asked).containsExactly(id);
        assertThat(one("select state from webhook_inbox")).isEqualTo("PARKED");
    }

    @Test
    void whatTheGatewayKnowsOfTheMissingSubscriptionBringsItsPaymentToItsEnd() {
        world.worker.missing =
                new Beans<>(
                        List.of(
                                wanted ->
                                        world.resources
                                                .apply(
                                                        resource(created()),
                                                        new Purchase(null, user))
                                                .state()
                                                .isFinal()));
        world.receive(paid());
        DATABASE.execute("update webhook_inbox set received_at = now() - interval '61 seconds'");
        retryNow();
        world.workOff();
        assertThat(one("select state from webhook_inbox")).isEqualTo("DONE");
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
    }

    @Test
    void aFetchedResourceTakesTheSameWayAsAReport() {
        world.receive(created());
        Outcome outcome = world.apply(resource(paid()));
        assertThat(outcome).isEqualTo(Outcome.DONE);
        world.receive(paid());
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
    }

    private interface Numbered {
        Payload payload(int number);
    }

    private void atOnce(Numbered reports) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Payload payload = reports.payload(i);
            calls.add(
                    () -> {
                        try (GatewayWorld own = new GatewayWorld(persistence)) {
                            own.receive(payload);
                        }
                        return null;
                    });
        }
        for (Future<Void> call : threads.invokeAll(calls)) {
            call.get();
        }
        threads.shutdown();
        world.workOff();
    }

    private Payload created() {
        return Payload.subscription(id, user, 103, start);
    }

    private Payload paid() {
        return Payload.invoice("1" + id, id, user, start);
    }

    private static GatewayResource resource(Payload payload) {
        return GatewayResource.of(payload.type(), payload.id(), payload.attributes()).orElseThrow();
    }

    private void retryNow() {
        DATABASE.execute(
                "update webhook_inbox set next_attempt_at = now() where next_attempt_at is not"
                        + " null");
        world.workOff();
    }

    private double secondsToRetry() {
        return ((Number)
                        one(
                                "select extract(epoch from next_attempt_at - now()) from"
                                        + " webhook_inbox"))
                .doubleValue();
    }

    private long rows() {
        return (long) one("select count(*) from webhook_inbox");
    }

    private String state() {
        Object[] row =
                (Object[])
                        one(
                                "select status, ends_at, source_updated_at, period_start,"
                                        + " last_grant_key from subscription where source_id = '"
                                        + id
                                        + "'");
        return Arrays.toString(row) + ledger.balance(user);
    }

    private Object one(String sql) {
        world.entities.clear();
        return world.entities.createNativeQuery(sql).getSingleResult();
    }
}
