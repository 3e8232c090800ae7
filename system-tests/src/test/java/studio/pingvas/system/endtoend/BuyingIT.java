package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.ShopStandIn;

/** Buying at the stand-in for the payment gateway, and what can go wrong between the two. */
class BuyingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The month of pro joins the month of the free plan that every account begins with. */
    private static final long WITH_PRO = 41_000;

    private static final String PRO = "{\"tier\":\"pro\"}";
    private static final String PACK = "{\"pack\":\"credits-5k\"}";
    private static final String DOWN = "503 payment-gateway-unavailable";

    private final ShopStandIn shop = new ShopStandIn(RunningPlatform.platform().lemonSqueezyUrl());
    private Person person;

    @BeforeEach
    void register() {
        person = EndToEnd.verifiedNewcomer();
    }

    @AfterEach
    void leaveTheShopInOrder() {
        shop.deliverEvents("once");
        shop.failNextCalls(0);
    }

    @Test
    void whoBuysProHasItsTierAndItsCredits() {
        shop.pay(checkoutUrl(PRO));

        JsonNode subscription = awaitTier("pro");
        assertThat(subscription.get("status").asText()).isEqualTo("active");
        assertThat(subscription.get("interval").asText()).isEqualTo("month");
        assertThat(subscription.get("managed").asBoolean()).isTrue();
        awaitBalance(WITH_PRO);
        assertThat(person.history())
                .anySatisfy(
                        entry -> {
                            assertThat(entry.get("type").asText()).isEqualTo("subscription_grant");
                            assertThat(entry.get("amount").asLong()).isEqualTo(40_000);
                        });
        assertThat(person.get("users/me").json().get("tier").asText()).isEqualTo("pro");
    }

    @Test
    void reportsThatComeTwiceOrOutOfOrderGiveTheSame() {
        shop.deliverEvents("twice");
        shop.pay(checkoutUrl(PRO));
        awaitBalance(WITH_PRO);

        person = EndToEnd.verifiedNewcomer();
        shop.deliverEvents("reversed");
        shop.pay(checkoutUrl(PRO));
        awaitTier("pro");
        awaitBalance(WITH_PRO);
    }

    @Test
    void purchasesThatNoReportToldOfAreReadAtTheGateway() {
        shop.deliverEvents("lost");
        shop.pay(checkoutUrl(PRO));
        shop.pay(buy(PACK).get("checkout_url").asText());
        assertThat(person.get("subscriptions/current").json().get("tier").asText())
                .isEqualTo("free");

        reconcile();

        awaitTier("pro");
        awaitBalance(WITH_PRO + 5_000);
        reconcile();
        assertThat(person.balance().get("balance").asLong()).isEqualTo(WITH_PRO + 5_000);
    }

    @Test
    void aPlanIsChangedCancelledAndResumed() {
        shop.pay(checkoutUrl(PRO));
        awaitBalance(WITH_PRO);

        JsonNode up = ordered("subscriptions/upgrade", "{\"tier\":\"studio\"}").with(200).json();
        assertThat(up.at("/subscription/tier").asText()).isEqualTo("studio");
        assertThat(up.has("confirmation_url")).isFalse();
        JsonNode down =
                ordered("subscriptions/downgrade", "{\"tier\":\"starter\"}").with(200).json();
        assertThat(down.at("/subscription/tier").asText()).isEqualTo("starter");

        JsonNode cancelled = person.post("subscriptions/cancel", "").with(200).json();
        assertThat(cancelled.get("status").asText()).isEqualTo("cancelling");
        assertThat(cancelled.has("ends_at")).isTrue();
        assertThat(cancelled.get("tier").asText()).isEqualTo("starter");
        person.post("subscriptions/cancel", "").with(200);
        JsonNode resumed = person.post("subscriptions/resume", "").with(200).json();
        assertThat(resumed.get("status").asText()).isEqualTo("active");
        assertThat(resumed.has("ends_at")).isFalse();
    }

    @Test
    void whatIsPaidByPayPalIsChangedOnThePageOfTheGateway() {
        shop.pay(checkoutUrl(PRO), "paypal");
        awaitTier("pro");

        JsonNode answer =
                ordered("subscriptions/upgrade", "{\"tier\":\"studio\"}").with(200).json();

        assertThat(answer.at("/subscription/tier").asText()).isEqualTo("pro");
        String page = answer.get("confirmation_url").asText();
        assertThat(shop.page(page).with(200).status()).isEqualTo(200);
    }

    @Test
    void anEndedSubscriptionLeavesTheFreePlan() {
        shop.pay(checkoutUrl(PRO));
        awaitTier("pro");

        shop.press(person, "expire");

        awaitTier("free");
        assertThat(person.post("subscriptions/resume", "").problem())
                .isEqualTo("409 no-subscription");
        ordered("subscriptions/checkout", PRO).with(200);
    }

    @Test
    void invoicesAreListedAndTheirDocumentIsTheGateways() {
        shop.pay(checkoutUrl(PRO));
        awaitBalance(WITH_PRO);
        shop.pay(buy(PACK).get("checkout_url").asText());
        awaitBalance(WITH_PRO + 5_000);

        JsonNode items = person.get("invoices?limit=10").with(200).json().get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("total_cents").asLong()).isEqualTo(600);
        assertThat(items.get(1).get("total_cents").asLong()).isEqualTo(2_900);
        assertThat(person.get("payments/history").with(200).json().get("items")).isEqualTo(items);
        for (JsonNode item : items) {
            String path = "invoices/" + item.get("id").asText() + "/document";
            String url = person.get(path).with(200).json().get("url").asText();
            assertThat(new String(shop.page(url).with(200).bytes())).contains("Paid");
            assertThat(EndToEnd.newcomer().get(path).problem()).isEqualTo("404 not-found");
        }
        JsonNode first = person.get("invoices?limit=1").json();
        JsonNode second =
                person.get("invoices?limit=1&cursor=" + first.get("next_cursor").asText()).json();
        assertThat(second.at("/items/0/id")).isEqualTo(items.get(1).get("id"));
    }

    @Test
    void theSameKeyIsTheSameCheckout() {
        String key = UUID.randomUUID().toString();
        JsonNode first = ordered("subscriptions/checkout", PRO, key).with(200).json();

        assertThat(ordered("payments/checkout", PRO, "\"" + key + "\"").with(200).json())
                .isEqualTo(first);
        assertThat(ordered("subscriptions/checkout", "{\"tier\":\"studio\"}", key).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(person.post("subscriptions/checkout", PRO).problem())
                .isEqualTo("400 invalid-request");
        assertThat(person.post("credits/purchase", PACK).problem())
                .isEqualTo("400 invalid-request");
    }

    @Test
    void whatCannotBeBoughtIsRefused() {
        for (String body :
                new String[] {
                    "{\"tier\":\"free\"}",
                    "{\"tier\":\"enterprise\"}",
                    "{\"tier\":\"gold\"}",
                    "{}",
                    "{\"tier\":\"pro\",\"interval\":\"day\"}",
                    "{\"tier\":\"pro\",\"price\":1}"
                }) {
            assertThat(ordered("subscriptions/checkout", body).problem())
                    .as(body)
                    .isEqualTo("400 invalid-request");
        }
        assertThat(ordered("credits/purchase", "{\"pack\":\"all\"}").problem())
                .isEqualTo("400 invalid-request");
        assertThat(person.post("subscriptions/cancel", "").problem())
                .isEqualTo("409 no-subscription");
        assertThat(person.get("subscriptions/portal").problem()).isEqualTo("409 no-subscription");
    }

    @Test
    void whoeverHasASubscriptionChangesItInPlaceOfASecondOne() {
        shop.pay(checkoutUrl(PRO));
        awaitTier("pro");

        assertThat(ordered("subscriptions/checkout", PRO).problem())
                .isEqualTo("409 subscription-exists");
    }

    @Test
    void onlyAVerifiedAddressBuys() {
        person = EndToEnd.newcomer();

        assertThat(ordered("subscriptions/checkout", PRO).problem())
                .isEqualTo("403 email-not-verified");
        assertThat(ordered("credits/purchase", PACK).problem()).isEqualTo("403 email-not-verified");
    }

    @Test
    void aGatewayThatIsDownForAMomentIsAskedAgainForWhatIsOnlyRead() {
        shop.pay(checkoutUrl(PRO));
        awaitTier("pro");

        shop.failNextCalls(2);
        person.get("subscriptions/portal").with(200);

        shop.failNextCalls(1);
        String key = UUID.randomUUID().toString();
        Answer refused = ordered("credits/purchase", PACK, key);
        assertThat(refused.problem()).isEqualTo(DOWN);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        ordered("credits/purchase", PACK, key).with(200);
    }

    @Test
    void aGatewayThatIsDownIsGivenAPause() {
        shop.failNextCalls(5);
        for (int call = 0; call < 5; call++) {
            assertThat(ordered("credits/purchase", PACK).problem()).isEqualTo(DOWN);
        }

        String key = UUID.randomUUID().toString();
        // It would answer again.
        assertThat(ordered("credits/purchase", PACK, key).problem()).isEqualTo(DOWN);
        Eventually.get(
                Duration.ofSeconds(40),
                "the end of the pause",
                () -> ordered("credits/purchase", PACK, key),
                answer -> answer.status() == 200);
    }

    private String checkoutUrl(String choice) {
        return ordered("subscriptions/checkout", choice)
                .with(200)
                .json()
                .get("checkout_url")
                .asText();
    }

    private JsonNode buy(String choice) {
        return ordered("credits/purchase", choice).with(200).json();
    }

    private Answer ordered(String path, String body) {
        return ordered(path, body, UUID.randomUUID().toString());
    }

    private Answer ordered(String path, String body, String key) {
        return person.post(path, body, key);
    }

    private JsonNode awaitTier(String tier) {
        return Eventually.get(
                PATIENCE,
                "tier " + tier,
                () -> person.get("subscriptions/current").with(200).json(),
                current -> current.get("tier").asText().equals(tier));
    }

    private void awaitBalance(long credits) {
        Eventually.get(
                PATIENCE,
                credits + " credits",
                () -> person.balance().get("balance").asLong(),
                balance -> balance == credits);
    }

    private static void reconcile() {
        EndToEnd.admin().post("admin/tasks/payment/reconcile-newest", "").with(200);
    }
}
