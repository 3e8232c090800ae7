package studio.pingvas.payment.lemonsqueezy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.Subscription;
import studio.pingvas.payment.subscriptions.SubscriptionAnnouncer;
import studio.pingvas.payment.subscriptions.SubscriptionEnding;
import studio.pingvas.payment.subscriptions.Turns;

/**
 * Follows the resources of the gateway, wherever they come from. State, credits and news of one
 * resource change in one transaction. In whatever order resources arrive, and however often, the
 * newest version of each counts, and each payment once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class GatewayResources {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Shop shop;
    @Inject PlanCatalog plans;
    @Inject Turns turns;
    @Inject PaymentCredits credits;
    @Inject SubscriptionEnding ending;
    @Inject SubscriptionAnnouncer announcer;
    @Inject Instance<CheckoutReferences> checkouts;

    @Inject
    @ConfigProperty(name = "studio.subscriptions.grace")
    Duration grace;

    /**
     * @param purchase what came back from the checkout; {@link Purchase#UNKNOWN} from the API
     * @throws IllegalArgumentException if it says what we do not understand
     */
    public Outcome apply(GatewayResource resource, Purchase purchase) {
        if (!shop.owns(resource.storeId(), resource.testMode())) {
            return Outcome.rejected(
                    "Of store %s, test mode %s".formatted(resource.storeId(), resource.testMode()));
        }
        if (resource instanceof SubscriptionResource subscription) {
            return follow(subscription, purchase);
        }
        if (resource instanceof InvoiceResource invoice) {
            return record(invoice);
        }
        return record((OrderResource) resource, purchase);
    }

    private Outcome follow(SubscriptionResource resource, Purchase purchase) {
        turns.awaitResource(Subscription.LEMON_SQUEEZY, resource.id());
        Offer offer =
                plans.offerOfVariant(resource.attributes().variantId())
                        .orElseThrow(() -> unknownVariant(resource.attributes().variantId()));
        Optional<Subscription> known = find(resource.id());
        Optional<UUID> user = known.map(Subscription::userId).or(() -> buyer(purchase));
        if (user.isEmpty()) {
            return Outcome.parked("Nobody is known to have bought it");
        }
        turns.awaitUser(user.get());
        Subscription subscription =
                known.orElseGet(
                        () ->
                                Subscription.reported(
                                        resource.id(),
                                        user.get(),
                                        resource.attributes().orderId(),
                                        resource.attributes().customerId(),
                                        resource.attributes().createdAt()));
        boolean wasPastDue = subscription.isPastDue();
        if (!subscription.follow(resource.facts(offer), grace)) {
            return Outcome.STALE;
        }
        entities.persist(subscription);
        conclude(subscription, resource.updatedAt());
        if (subscription.isPastDue() && !wasPastDue) {
            announcer.announcePaymentFailed(subscription, resource.updatedAt());
        }
        return Outcome.DONE;
    }

    private Outcome record(InvoiceResource resource) {
        turns.awaitResource(Subscription.LEMON_SQUEEZY, resource.subscriptionId());
        Optional<Subscription> known = find(resource.subscriptionId());
        if (known.isEmpty()) {
            return Outcome.parked("Subscription " + resource.subscriptionId() + " is not known");
        }
        Subscription subscription = known.get();
        turns.awaitUser(subscription.userId());
        Invoice invoice =
                find(Invoice.SUBSCRIPTION_PAYMENT, resource.id())
                        .orElseGet(
                                () ->
                                        Invoice.ofSubscription(
                                                resource.id(),
                                                subscription.userId(),
                                                subscription.id(),
                                                describe(subscription)));
        if (!invoice.follow(resource.payment())) {
            return Outcome.STALE;
        }
        entities.persist(invoice);
        if (invoice.isPaid()) {
            pay(subscription, invoice, resource);
        }
        conclude(subscription, resource.updatedAt());
        return Outcome.DONE;
    }

    private void pay(Subscription subscription, Invoice invoice, InvoiceResource resource) {
        Instant earlierPeriodStart = subscription.periodStart();
        if (resource.paysWholePeriod() && !PaymentCredits.isTrial(invoice, subscription)) {
            subscription.pay(invoice.createdAt(), invoice.isWhollyRefunded(), grace);
        }
        if (!invoice.gaveCredits()) {
            credits.give(invoice, resource, subscription, earlierPeriodStart);
        }
        credits.takeBack(invoice);
    }

    private Outcome record(OrderResource resource, Purchase purchase) {
        Optional<CreditPack> pack = plans.packOfVariant(resource.variantId());
        if (pack.isEmpty()) {
            // A subscription's order: its payments come as invoices.
            plans.offerOfVariant(resource.variantId())
                    .orElseThrow(() -> unknownVariant(resource.variantId()));
            return Outcome.done("Not a credit pack");
        }
        turns.awaitResource(Invoice.ORDER, resource.id());
        Optional<Invoice> known = find(Invoice.ORDER, resource.id());
        Optional<UUID> user = known.map(Invoice::userId).or(() -> buyer(purchase));
        if (user.isEmpty()) {
            return Outcome.parked("Nobody is known to have bought it");
        }
        turns.awaitUser(user.get());
        Invoice invoice =
                known.orElseGet(
                        () -> Invoice.ofOrder(resource.id(), user.get(), describe(pack.get())));
        if (!invoice.follow(resource.payment())) {
            return Outcome.STALE;
        }
        entities.persist(invoice);
        if (invoice.isPaid() && !invoice.gaveCredits()) {
            credits.give(invoice, pack.get());
        }
        credits.takeBack(invoice);
        return Outcome.DONE;
    }

    private void conclude(Subscription subscription, Instant at) {
        ending.closeIfOver(subscription, turns.now());
        announcer.announce(subscription.userId(), at);
    }

    /** Our own record of who went to pay counts more than what a buyer can write into a link. */
    private Optional<UUID> buyer(Purchase purchase) {
        if (checkouts.isUnsatisfied()) {
            return Optional.ofNullable(purchase.userId());
        }
        return Optional.ofNullable(purchase.reference()).flatMap(checkouts.get()::userOf);
    }

    /** Locked, because that also reads it anew if the caller's transaction knows it already. */
    private Optional<Subscription> find(String gatewayId) {
        return entities.createQuery(
                        "select s from Subscription s where s.source = :source"
                                + " and s.sourceId = :id",
                        Subscription.class)
                .setParameter("source", Subscription.LEMON_SQUEEZY)
                .setParameter("id", gatewayId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Optional<Invoice> find(String source, String gatewayId) {
        return entities.createQuery(
                        "select i from Invoice i where i.source = :source and i.sourceId = :id",
                        Invoice.class)
                .setParameter("source", source)
                .setParameter("id", gatewayId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private static String describe(Subscription subscription) {
        return "Plan %s, by %s".formatted(subscription.tier().key(), subscription.interval().key());
    }

    private static String describe(CreditPack pack) {
        return pack.credits() + " credits";
    }

    private static IllegalArgumentException unknownVariant(long variantId) {
        return new IllegalArgumentException(
                "Variant " + variantId + " is neither a plan nor a credit pack of ours");
    }
}
