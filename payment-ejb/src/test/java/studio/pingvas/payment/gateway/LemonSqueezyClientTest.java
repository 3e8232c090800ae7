package studio.pingvas.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.platform.json.Json;

/** The documented contract, and what comes of its faults. */
class LemonSqueezyClientTest {
    private static final String SUBSCRIPTION =
            """
            {"data":{"type":"subscriptions","id":"91001","attributes":{"variant_id":31,
              "status":"active","colour":"new field","urls":{"customer_portal":"https://x/p"}}}}
            """;

    private FakeGateway gateway;
    private LemonSqueezyClient client;

    @BeforeEach
    void open() throws IOException {
        gateway = new FakeGateway();
        client = GatewayClients.of(gateway);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyCallShowsTheKeyAndSpeaksJsonApi() {
        gateway.answers(200, SUBSCRIPTION);

        client.find("subscriptions", "91001");

        FakeGateway.Call call = gateway.lastCall();
        assertThat(call.path()).isEqualTo("/v1/subscriptions/91001");
        assertThat(call.authorization()).isEqualTo("Bearer " + GatewayClients.API_KEY);
        assertThat(call.accept()).isEqualTo("application/vnd.api+json");
        assertThat(call.contentType()).isEqualTo("application/vnd.api+json");
    }

    @Test
    void aCheckoutOffersTheWantedVariantAloneAndTellsWhoseItIs() {
        gateway.answers(
                201,
                "{\"data\":{\"type\":\"checkouts\",\"id\":\"c\","
                        + "\"attributes\":{\"url\":\"https://shop/c\"}}}");
        UUID reference = UUID.randomUUID();
        UUID user = UUID.randomUUID();

        String url =
                client.create(
                        new NewCheckout(
                                reference,
                                new Buyer(user, "ann@example.test"),
                                11,
                                31,
                                "https://app/billing",
                                Instant.parse("2026-11-21T01:00:00Z"),
                                true));

        assertThat(url).isEqualTo("https://shop/c");
        JsonNode data = Json.read(gateway.lastCall().body(), JsonNode.class).path("data");
        assertThat(data.at("/attributes/product_options/enabled_variants").toString())
                .isEqualTo("[31]");
        assertThat(data.at("/attributes/checkout_data/email").asText())
                .isEqualTo("ann@example.test");
        assertThat(data.at("/attributes/checkout_data/custom/user_id").asText())
                .isEqualTo(user.toString());
        assertThat(data.at("/attributes/checkout_data/custom/checkout_ref").asText())
                .isEqualTo(reference.toString());
        assertThat(data.at("/attributes/expires_at").asText()).isEqualTo("2026-11-21T01:00:00Z");
        assertThat(data.at("/attributes/test_mode").asBoolean()).isTrue();
        assertThat(data.at("/relationships/store/data/id").asText()).isEqualTo("11");
        assertThat(data.at("/relationships/variant/data/id").asText()).isEqualTo("31");
    }

    @Test
    void aStepUpIsInvoicedAtOnceAndAStepDownIsNotProrated() {
        gateway.answers(200, SUBSCRIPTION);

        client.changeVariant("91001", 32, true);
        assertThat(attributesAsked().toString())
                .isEqualTo("{\"variant_id\":32,\"invoice_immediately\":true}");
        client.changeVariant("91001", 30, false);
        assertThat(attributesAsked().toString())
                .isEqualTo("{\"variant_id\":30,\"disable_prorations\":true}");
        assertThat(gateway.lastCall().method()).isEqualTo("PATCH");
    }

    @Test
    void cancellingDeletesAndResumingTakesItBack() {
        gateway.answers(200, SUBSCRIPTION);

        client.cancel("91001");
        assertThat(gateway.lastCall().method()).isEqualTo("DELETE");
        client.resume("91001");
        assertThat(attributesAsked().toString()).isEqualTo("{\"cancelled\":false}");
    }

    @Test
    void listsAreOfOurStoreAndTellTheLastPage() {
        gateway.answers(
                200,
                "{\"meta\":{\"page\":{\"lastPage\":7}},\"data\":[{\"type\":\"orders\","
                        + "\"id\":\"1\",\"attributes\":{}}]}");

        GatewayPage page = client.page("orders", 11, 2);

        assertThat(page.last()).isEqualTo(7);
        assertThat(page.documents()).extracting(GatewayDocument::id).containsExactly("1");
        assertThat(gateway.lastCall().path())
                .contains("filter%5Bstore_id%5D=11", "page%5Bnumber%5D=2", "page%5Bsize%5D=100");
    }

    @Test
    void whatIsNotThereIsNothing() {
        gateway.answers(404, "{\"errors\":[{\"detail\":\"none\"}]}");

        assertThat(client.find("orders", "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 422, 429})
    void aRefusalIsNotRepeated(int status) {
        gateway.answers(status, "{\"errors\":[{\"detail\":\"no\"}]}");

        assertThatThrownBy(() -> client.cancel("1"))
                .isInstanceOf(GatewayRefusalException.class)
                .hasMessageContaining("no")
                .hasMessageNotContaining(GatewayClients.API_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302})
    void anAnswerThatIsNoneIsAFailure(int status) {
        gateway.answers(status, "down");

        assertThatThrownBy(() -> client.find("orders", "1"))
                .isInstanceOf(GatewayFailureException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"data\":null}",
                "{\"data\":{\"type\":\"orders\",\"id\":7,\"attributes\":{}}}",
                "{\"data\":{\"type\":\"orders\",\"id\":\"7\"}}"
            })
    void garbageIsAFailure(String body) {
        gateway.answers(200, body);

        assertThatThrownBy(() -> client.find("orders", "7"))
                .isInstanceOf(GatewayFailureException.class);
    }

    @Test
    void aSlowAnswerIsWaitedForALimitedTime() {
        gateway.behaves(exchange -> sleep(5_000));

        assertFailsInTime();
    }

    @Test
    void anAnswerThatStopsHalfWayIsWaitedForALimitedTime() {
        gateway.behaves(
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write("{\"data\":".getBytes());
                    exchange.getResponseBody().flush();
                    sleep(5_000);
                });

        assertFailsInTime();
    }

    @Test
    void anAnswerWithoutEndIsBrokenOff() {
        gateway.behaves(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[1 << 20];
                    for (int i = 0; i < 64; i++) {
                        exchange.getResponseBody().write(much);
                    }
                });

        assertThatThrownBy(() -> client.find("orders", "1"))
                .isInstanceOf(GatewayFailureException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void nobodyAtTheAddressIsAFailure() {
        gateway.close();

        assertThatThrownBy(() -> client.find("orders", "1"))
                .isInstanceOf(GatewayFailureException.class);
    }

    @Test
    void ourOwnLimitOfCallsHolds() {
        gateway.answers(200, SUBSCRIPTION);
        client = GatewayClients.of(gateway, 3);
        for (int call = 0; call < 3; call++) {
            client.find("subscriptions", "91001");
        }

        assertThatThrownBy(() -> client.find("subscriptions", "91001"))
                .isInstanceOf(GatewayRefusalException.class);
        assertThat(gateway.calls()).hasSize(3);
    }

    private void assertFailsInTime() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> client.find("orders", "1"))
                .isInstanceOf(GatewayFailureException.class);
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(8_000);
    }

    private JsonNode attributesAsked() {
        return Json.read(gateway.lastCall().body(), JsonNode.class).at("/data/attributes");
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
