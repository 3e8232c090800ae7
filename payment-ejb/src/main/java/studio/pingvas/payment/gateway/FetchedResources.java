package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import studio.pingvas.payment.lemonsqueezy.GatewayResource;
import studio.pingvas.payment.lemonsqueezy.GatewayResources;
import studio.pingvas.payment.lemonsqueezy.MissingResources;
import studio.pingvas.payment.lemonsqueezy.Outcome;
import studio.pingvas.payment.lemonsqueezy.Purchase;

/** What the API answers goes the same way as what is reported. */
@Dependent
public class FetchedResources implements MissingResources {
    @Inject LemonSqueezyClient client;
    @Inject GatewayResources resources;
    @Inject RecordedCheckouts checkouts;

    @Override
    public boolean followSubscription(String gatewayId) {
        return client.find(LemonSqueezyClient.SUBSCRIPTIONS, gatewayId)
                .map(this::followNew)
                .filter(outcome -> outcome.state().isFinal())
                .isPresent();
    }

    /** Of something that is known here already. */
    Outcome follow(GatewayDocument document) {
        return resources.apply(resourceOf(document), Purchase.UNKNOWN);
    }

    /** Of something that was perhaps never reported, so that its buyer has to be found. */
    Outcome followNew(GatewayDocument document) {
        return resources.apply(resourceOf(document), purchaseOf(document).orElse(Purchase.UNKNOWN));
    }

    private Optional<Purchase> purchaseOf(GatewayDocument document) {
        return switch (document.type()) {
            case LemonSqueezyClient.ORDERS -> purchaseOfOrder(document);
            // The order tells the address and the price of the purchase; both may have changed.
            case LemonSqueezyClient.SUBSCRIPTIONS ->
                    client.find(
                                    LemonSqueezyClient.ORDERS,
                                    document.attributes().path("order_id").asText())
                            .flatMap(this::purchaseOfOrder);
            default -> Optional.empty();
        };
    }

    private Optional<Purchase> purchaseOfOrder(GatewayDocument order) {
        return checkouts.purchase(
                order.attributes().path("user_email").asText(),
                order.attributes().at("/first_order_item/variant_id").asLong(),
                order.time("created_at"));
    }

    private static GatewayResource resourceOf(GatewayDocument document) {
        try {
            return document.resource()
                    .orElseThrow(
                            () ->
                                    new GatewayFailureException(
                                            "Nobody asked for " + document.type()));
        } catch (IllegalArgumentException e) {
            throw new GatewayFailureException(
                    "The payment gateway answers what is no " + document.type(), e);
        }
    }
}
