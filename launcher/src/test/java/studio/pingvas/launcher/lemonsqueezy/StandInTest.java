package studio.pingvas.launcher.lemonsqueezy;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.launcher.lemonsqueezy.ShopClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.launcher.lemonsqueezy.WebhookReceiver.Webhook;

class StandInTest {
    private static final String SECRET = "secret-of-webhooks";
    private static final long PRO_MONTHLY = 103;
    private static final long STUDIO_MONTHLY = 105;
    private static final long PACK = 201;

    @TempDir Path folder;
    private WebhookReceiver application;
    private StandIn standIn;
    private ShopClient shop;

    @BeforeEach
    void open() throws Exception {
        application = new WebhookReceiver();
        standIn = openAgain();
        shop = new ShopClient(standIn.port());
    }

    @AfterEach
    void close() {
        standIn.close();
        application.close();
    }

    @Test
    void whatIsBoughtIsToldInSignedWebhooks() throws Exception {
        HttpResponse<String> paid = shop.buy(PRO_MONTHLY, "card");

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/done");
        List<Webhook> webhooks = webhooks(4);
        assertThat(webhooks)
                .extracting(Webhook::event)
                .containsExactly(
                        "order_created",
                        "subscription_created",
                        "subscription_updated",
                        "subscription_payment_success");
        for (Webhook webhook : webhooks) {
            assertThat(webhook.signature()).isEqualTo(Hmac.of(SECRET, webhook.body()));
            assertThat(webhook.json().at("/meta/event_name").asText()).isEqualTo(webhook.event());
            assertThat(webhook.json().at("/meta/custom_data/user_id").asText()).isEqualTo("u1");
        }
        JsonNode subscription = webhooks.get(1).attributes();
        assertThat(subscription.path("status").asText()).isEqualTo("active");
        assertThat(subscription.path("variant_id").asLong()).isEqualTo(PRO_MONTHLY);
        assertThat(webhooks.get(3).attributes().path("total").asLong()).isEqualTo(2900);
    }

    @Test
    void numbersInCustomDataComeBackAsText() throws Exception {
        shop.buy(PACK, "card");

        assertThat(application.next().json().at("/meta/custom_data/number").isTextual()).isTrue();
    }

    @Test
    void aPackIsAnOrderAndNothingElse() throws Exception {
        shop.buy(PACK, "card");

        assertThat(application.next().event()).isEqualTo("order_created");
        assertThat(application.isQuietFor(200)).isTrue();
    }

    @Test
    void aCheckoutCanBePaidOnce() throws Exception {
        String url = json(shop.checkout(PACK)).at("/data/attributes/url").asText();

        assertThat(shop.press(url + "/pay", "").statusCode()).isEqualTo(303);
        assertThat(shop.press(url + "/pay", "").statusCode()).isEqualTo(422);
    }

    @Test
    void aDeclinedCardBuysNothing() throws Exception {
        String url = json(shop.checkout(PACK)).at("/data/attributes/url").asText();

        assertThat(shop.press(url + "/decline", "").statusCode()).isEqualTo(402);
        assertThat(application.isQuietFor(200)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "renew, subscription_payment_success, active",
        "fail, subscription_payment_failed, past_due",
        "cancel, subscription_cancelled, cancelled",
        "pause, subscription_paused, paused",
        "expire, subscription_expired, expired"
    })
    void aButtonMakesItsEventAndState(String verb, String event, String status) throws Exception {
        shop.buy(PRO_MONTHLY, "card");
        webhooks(4);

        shop.press("/control/subscriptions/" + shop.subscription() + "/" + verb, "");

        assertThat(webhooks(2)).extracting(Webhook::event).contains(event, "subscription_updated");
        assertThat(statusOfSubscription()).isEqualTo(status);
    }

    @Test
    void aFailedPaymentIsRecoveredWithTheSameInvoice() throws Exception {
        shop.buy(PRO_MONTHLY, "card");
        webhooks(4);
        String address = "/control/subscriptions/" + shop.subscription() + "/";
        shop.press(address + "fail", "");
        String invoice = webhooks(2).get(1).json().at("/data/id").asText();

        shop.press(address + "recover", "");

        List<Webhook> webhooks = webhooks(3);
        assertThat(webhooks)
                .extracting(Webhook::event)
                .containsExactly(
                        "subscription_updated",
                        "subscription_payment_recovered",
                        "subscription_payment_success");
        assertThat(webhooks.get(2).json().at("/data/id").asText()).isEqualTo(invoice);
    }

    @Test
    void anUpgradeThatIsInvoicedAtOnceIsChargedByTheRest() throws Exception {
        shop.buy(PRO_MONTHLY, "card");
        webhooks(4);

        HttpResponse<String> changed = change(STUDIO_MONTHLY, "\"invoice_immediately\":true");

        assertThat(json(changed).at("/data/attributes/variant_id").asLong())
                .isEqualTo(STUDIO_MONTHLY);
        JsonNode invoice = webhooks(2).get(1).attributes();
        assertThat(invoice.path("billing_reason").asText()).isEqualTo("updated");
        assertThat(invoice.path("total").asLong()).isBetween(4990L, 5000L);
    }

    @Test
    void aPayPalSubscriptionIsChangedOnThePageOfTheShopOnly() throws Exception {
        shop.buy(PRO_MONTHLY, "paypal");
        webhooks(4);

        JsonNode answer = json(change(STUDIO_MONTHLY, "\"invoice_immediately\":true"));

        assertThat(answer.at("/data/attributes/variant_id").asLong()).isEqualTo(PRO_MONTHLY);
        String page =
                answer.at("/data/attributes/urls/customer_portal_update_subscription").asText();
        assertThat(shop.press(page, "variant=" + STUDIO_MONTHLY).statusCode()).isEqualTo(303);
        assertThat(webhooks(2).get(0).attributes().path("variant_id").asLong())
                .isEqualTo(STUDIO_MONTHLY);
    }

    @Test
    void refundsAddUpAndNeverExceedWhatWasPaid() throws Exception {
        shop.buy(PACK, "card");
        String order = application.next().json().at("/data/id").asText();
        String refund = "{\"data\":{\"type\":\"orders\",\"id\":\"%s\",\"attributes\":%s}}";

        shop.api(
                "POST", "orders/" + order + "/refund", refund.formatted(order, "{\"amount\":100}"));
        assertThat(application.next().attributes().path("refunded_amount").asLong()).isEqualTo(100);
        assertThat(
                        shop.api(
                                        "POST",
                                        "orders/" + order + "/refund",
                                        refund.formatted(order, "{\"amount\":501}"))
                                .statusCode())
                .isEqualTo(422);
        shop.api("POST", "orders/" + order + "/refund", refund.formatted(order, "{}"));
        JsonNode whole = application.next().attributes();
        assertThat(whole.path("refunded_amount").asLong()).isEqualTo(600);
        assertThat(whole.path("status").asText()).isEqualTo("refunded");
    }

    @Test
    void eventsCanBeSentTwiceReversedOrNotAtAll() throws Exception {
        shop.press("/control/delivery", "mode=twice");
        shop.buy(PACK, "card");
        assertThat(application.next().body()).isEqualTo(application.next().body());

        shop.press("/control/delivery", "mode=reversed");
        shop.buy(PRO_MONTHLY, "card");
        assertThat(webhooks(4).get(0).event()).isEqualTo("subscription_payment_success");

        shop.press("/control/delivery", "mode=lost");
        shop.buy(PACK, "card");
        assertThat(application.isQuietFor(200)).isTrue();
    }

    @Test
    void whatIsNotAnsweredBy200IsSentAgain() throws Exception {
        application.answerBy(503);
        shop.buy(PACK, "card");
        Webhook first = application.next();
        application.answerBy(200);

        assertThat(application.next()).isEqualTo(first);
    }

    @Test
    void theApiRefusesWhatIsNotItsContract() throws Exception {
        assertThat(shop.send(shop.request("/v1/subscriptions")).statusCode()).isEqualTo(401);
        assertThat(plainJson("GET").statusCode()).isEqualTo(406);
        assertThat(shop.api("GET", "subscriptions/1", "").statusCode()).isEqualTo(404);
        assertThat(shop.api("GET", "subscriptions?filter%5Bcolour%5D=red", "").statusCode())
                .isEqualTo(400);
        assertThat(shop.api("POST", "checkouts", "{\"data\":{}}").statusCode()).isEqualTo(422);
        assertThat(shop.api("POST", "checkouts", "{").statusCode()).isEqualTo(400);
        assertThat(shop.checkout(999).statusCode()).isEqualTo(422);
        assertThat(shop.api("POST", "checkouts", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void moreThan300CallsInAMinuteAreTooMany() throws Exception {
        HttpResponse<String> first = shop.api("GET", "orders", "");
        assertThat(first.headers().firstValue("X-Ratelimit-Limit")).hasValue("300");
        int refused = 0;
        // A minute may turn once on the way; then the second 300 are enough.
        for (int call = 0; call < 601 && refused == 0; call++) {
            refused += shop.api("GET", "orders", "").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void listsComeInPages() throws Exception {
        for (int order = 0; order < 3; order++) {
            shop.buy(PACK, "card");
        }

        JsonNode page = json(shop.api("GET", "orders?page%5Bsize%5D=2&page%5Bnumber%5D=2", ""));

        assertThat(page.path("data")).hasSize(1);
        assertThat(page.at("/meta/page/lastPage").asInt()).isEqualTo(2);
        assertThat(page.at("/meta/page/total").asInt()).isEqualTo(3);
    }

    @Test
    void pagesOfACustomerNeedTheirSignature() throws Exception {
        shop.buy(PRO_MONTHLY, "card");
        JsonNode urls = json(shop.api("GET", "subscriptions", "")).at("/data/0/attributes/urls");
        String portal = urls.path("customer_portal").asText();

        assertThat(shop.send(shop.request(portal)).body()).contains("Pro monthly");
        assertThat(
                        shop.send(shop.request(portal.replaceFirst("signature=.", "signature=x")))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyPageSaysThatNoMoneyMoves() throws Exception {
        String url = json(shop.checkout(PACK)).at("/data/attributes/url").asText();

        for (String page : List.of("/", url, "/nothing")) {
            assertThat(shop.send(shop.request(page)).body())
                    .contains("This is a local stand-in for Lemon Squeezy. No money moves.");
        }
    }

    @Test
    void anotherSiteCannotPressTheButtons() throws Exception {
        HttpRequest.Builder foreign =
                shop.request("/control/delivery")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString("mode=lost"));

        assertThat(shop.send(foreign).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSoldIsThereAfterARestart() throws Exception {
        shop.buy(PRO_MONTHLY, "card");
        String id = shop.subscription();
        standIn.close();

        standIn = openAgain();

        shop = new ShopClient(standIn.port());
        assertThat(shop.subscription()).isEqualTo(id);
    }

    private StandIn openAgain() {
        return StandIn.open(
                new StandInSettings(
                        0, folder, ShopClient.API_KEY, SECRET, application.address(), 11));
    }

    private List<Webhook> webhooks(int count) throws InterruptedException {
        List<Webhook> webhooks = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            webhooks.add(application.next());
        }
        return webhooks;
    }

    private HttpResponse<String> change(long variant, String how) throws Exception {
        String id = shop.subscription();
        String body =
                "{\"data\":{\"type\":\"subscriptions\",\"id\":\"%s\","
                        + "\"attributes\":{\"variant_id\":%d,%s}}}";
        return shop.api("PATCH", "subscriptions/" + id, body.formatted(id, variant, how));
    }

    private String statusOfSubscription() throws Exception {
        return json(shop.api("GET", "subscriptions", "")).at("/data/0/attributes/status").asText();
    }

    private HttpResponse<String> plainJson(String method) throws Exception {
        return shop.send(
                shop.request("/v1/orders")
                        .header("Authorization", "Bearer " + ShopClient.API_KEY)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }
}
