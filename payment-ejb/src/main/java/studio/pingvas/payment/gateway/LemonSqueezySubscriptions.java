package studio.pingvas.payment.gateway;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.NoSubscriptionException;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Subscriptions;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.CurrentSubscription;
import studio.pingvas.payment.subscriptions.Subscription;
import studio.pingvas.payment.subscriptions.SubscriptionStatus;

/**
 * Changes happen at the gateway alone; its answer is followed here as a report of it would be, so
 * that the user sees it at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LemonSqueezySubscriptions implements Subscriptions {
    @Inject PlanCatalog plans;
    @Inject GatewayRequests requests;
    @Inject CurrentSubscription current;
    @Inject LemonSqueezyClient client;
    @Inject PaymentGateway gateway;
    @Inject FetchedResources fetched;

    @Override
    public SubscriptionView current(UUID userId) {
        return current.viewOf(userId);
    }

    @Override
    public PlanChange change(
            UUID userId, Tier tier, BillingInterval interval, String idempotencyKey) {
        Offer offer = Offers.require(plans, tier, interval);
        long variantId = plans.variantOf(offer).orElseThrow();
        Subscription subscription = requests.managed(userId);
        GatewayRequest request = requests.beginChange(userId, idempotencyKey, variantId);
        if (request.isAnswered()) {
            return new PlanChange(
                    current(userId),
                    request.isUnconfirmed() ? confirmation(subscription, variantId) : null);
        }
        boolean answered = false;
        try {
            GatewayDocument answer =
                    gateway.ask(
                            () -> changeVariant(subscription, offer, variantId),
                            NoSubscriptionException::new);
            answered = true;
            String confirmation = confirmation(answer, variantId);
            if (confirmation == null) {
                requests.finish(request.reference(), null);
            } else {
                requests.awaitConfirmation(request.reference());
            }
            fetched.follow(answer);
            return new PlanChange(current(userId), confirmation);
        } finally {
            if (!answered) {
                requests.fail(request.reference());
            }
        }
    }

    @Override
    public SubscriptionView cancel(UUID userId) {
        Subscription subscription = requests.managed(userId);
        if (subscription.status() == SubscriptionStatus.CANCELLING) {
            return current(userId);
        }
        return follow(userId, () -> client.cancel(subscription.sourceId()));
    }

    @Override
    public SubscriptionView resume(UUID userId) {
        Subscription subscription = requests.managed(userId);
        if (subscription.status() != SubscriptionStatus.CANCELLING) {
            return current(userId);
        }
        return follow(userId, () -> client.resume(subscription.sourceId()));
    }

    @Override
    public String customerPortal(UUID userId) {
        return find(requests.managed(userId)).url("customer_portal");
    }

    private SubscriptionView follow(UUID userId, Supplier<GatewayDocument> act) {
        fetched.follow(gateway.ask(act, NoSubscriptionException::new));
        return current(userId);
    }

    /** More money for a month is charged now; less is charged from the next renewal on. */
    private GatewayDocument changeVariant(Subscription subscription, Offer wanted, long variantId) {
        Offer had = Offers.require(plans, subscription.tier(), subscription.interval());
        return client.changeVariant(
                subscription.sourceId(), variantId, perYear(wanted) > perYear(had));
    }

    /** What is paid by PayPal is changed on a page of the gateway, by the person alone. */
    private String confirmation(Subscription subscription, long variantId) {
        boolean changed = Long.valueOf(variantId).equals(subscription.variantId());
        return changed ? null : confirmation(find(subscription), variantId);
    }

    private static String confirmation(GatewayDocument answer, long variantId) {
        boolean changed = answer.attributes().path("variant_id").asLong() == variantId;
        return changed ? null : answer.url("customer_portal_update_subscription");
    }

    private GatewayDocument find(Subscription subscription) {
        return gateway.ask(
                () ->
                        client.find(LemonSqueezyClient.SUBSCRIPTIONS, subscription.sourceId())
                                .orElseThrow(NoSubscriptionException::new));
    }

    private static long perYear(Offer offer) {
        return offer.interval() == BillingInterval.YEAR ? offer.usdCents() : 12L * offer.usdCents();
    }
}
