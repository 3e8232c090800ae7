package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** The calls of the API that we use. Only what changes nothing is tried again by itself. */
@ApplicationScoped
public class LemonSqueezyClient {
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String INVOICES = "subscription-invoices";
    static final String ORDERS = "orders";
    static final int PAGE_SIZE = 100;

    @Inject GatewayConnection connection;

    @Retry(
            maxRetries = 2,
            delay = 300,
            retryOn = {GatewayFailureException.class, TimeoutException.class})
    public Optional<GatewayDocument> find(String type, String id) {
        try {
            return Optional.of(one(connection.exchange(api -> api.find(type, id))));
        } catch (GatewayRefusalException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Newest first.
     *
     * @param number from 1
     */
    @Retry(
            maxRetries = 2,
            delay = 300,
            retryOn = {GatewayFailureException.class, TimeoutException.class})
    public GatewayPage page(String type, long storeId, int number) {
        JsonNode answer = connection.exchange(api -> api.page(type, storeId, number, PAGE_SIZE));
        if (!answer.path("data").isArray()) {
            throw new GatewayFailureException("The payment gateway answers what is no list");
        }
        List<GatewayDocument> documents = new ArrayList<>();
        answer.path("data").forEach(data -> documents.add(GatewayDocument.of(data)));
        return new GatewayPage(documents, answer.at("/meta/page/lastPage").asInt(number));
    }

    /**
     * @return address of the page to pay on
     */
    public String create(NewCheckout checkout) {
        GatewayDocument made = one(connection.exchange(api -> api.create(checkout.document())));
        String url = made.attributes().path("url").asText();
        if (url.isEmpty()) {
            throw new GatewayFailureException("The payment gateway gives no page to pay on");
        }
        return url;
    }

    /**
     * @param chargeNow whether the part of the period that is left is charged at once; else nothing
     *     is charged before the next renewal
     */
    public GatewayDocument changeVariant(String subscriptionId, long variantId, boolean chargeNow) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("variant_id", variantId);
        attributes.put(chargeNow ? "invoice_immediately" : "disable_prorations", true);
        return patch(subscriptionId, attributes);
    }

    public GatewayDocument cancel(String subscriptionId) {
        return one(connection.exchange(api -> api.cancel(subscriptionId)));
    }

    public GatewayDocument resume(String subscriptionId) {
        return patch(subscriptionId, JsonNodeFactory.instance.objectNode().put("cancelled", false));
    }

    private GatewayDocument patch(String subscriptionId, ObjectNode attributes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("data")
                .put("type", SUBSCRIPTIONS)
                .put("id", subscriptionId)
                .set("attributes", attributes);
        return one(connection.exchange(api -> api.change(subscriptionId, document)));
    }

    private static GatewayDocument one(JsonNode answer) {
        return GatewayDocument.of(answer.path("data"));
    }
}
