package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import studio.pingvas.payment.lemonsqueezy.Outcome;
import studio.pingvas.payment.lemonsqueezy.ReportState;
import studio.pingvas.payment.lemonsqueezy.Shop;
import studio.pingvas.payment.plans.PlanCatalog;

/**
 * Reads at the gateway what no report told: it gives up after three repetitions, so a longer outage
 * of ours loses reports.
 */
@Dependent
public class Reconciler {
    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    /** Invoices last: they need their subscription. */
    private static final List<String> TYPES =
            List.of(
                    LemonSqueezyClient.SUBSCRIPTIONS,
                    LemonSqueezyClient.ORDERS,
                    LemonSqueezyClient.INVOICES);

    private static final String NOT_CONFIGURED =
            "Nothing was read: studio.lemonsqueezy.api-key is not set.";

    @Inject GatewayConnection connection;
    @Inject LemonSqueezyClient client;
    @Inject FetchedResources fetched;
    @Inject ReconciliationStore store;
    @Inject PlanCatalog plans;
    @Inject Shop shop;

    /** Between two pages: leaves most of the calls of a minute to the users. */
    Duration pause = Duration.ofMillis(500);

    /** The newest pages of each type. */
    String readNewest(int mostPages) throws InterruptedException {
        if (!connection.isConfigured()) {
            return NOT_CONFIGURED;
        }
        ReconciliationCount count = new ReconciliationCount();
        for (String type : TYPES) {
            int last = mostPages;
            for (int page = 1; page <= last; page++) {
                last = Math.min(last, read(type, page, count));
            }
        }
        return count.sentence();
    }

    /**
     * Everything, as far as the pages reach; the next run goes on where this one ends. What comes
     * new meanwhile moves older entries to later pages, so none is passed over.
     */
    String readAll(int mostPages) throws InterruptedException {
        if (!connection.isConfigured()) {
            return NOT_CONFIGURED;
        }
        ReconciliationCount count = new ReconciliationCount();
        int left = mostPages;
        for (String type : TYPES) {
            int page = store.nextPage(type);
            int last = page;
            for (; page <= last && left > 0; page++, left--) {
                last = read(type, page, count);
                store.continueAt(type, page + 1);
            }
            if (page > last) {
                store.continueAt(type, 1);
            }
        }
        return count.sentence();
    }

    /**
     * @return number of the last page
     */
    private int read(String type, int number, ReconciliationCount count)
            throws InterruptedException {
        GatewayPage page = client.page(type, shop.storeId(), number);
        count.page();
        List<GatewayDocument> documents =
                page.documents().stream().filter(this::concernsUs).toList();
        Map<String, Instant> known =
                store.versions(type, documents.stream().map(GatewayDocument::id).toList());
        for (GatewayDocument document : documents) {
            Instant version = known.get(document.id());
            if (!document.time("updated_at").equals(version)) {
                repair(document, version == null, count);
            }
        }
        Thread.sleep(pause.toMillis());
        return page.last();
    }

    /** The order of a subscription is of no interest: its payments come as invoices. */
    private boolean concernsUs(GatewayDocument document) {
        return !document.type().equals(LemonSqueezyClient.ORDERS)
                || plans.packOfVariant(
                                document.attributes().at("/first_order_item/variant_id").asLong())
                        .isPresent();
    }

    /** One that cannot be followed does not hold up the others. */
    private void repair(GatewayDocument document, boolean isNew, ReconciliationCount count) {
        try {
            Outcome outcome = isNew ? fetched.followNew(document) : fetched.follow(document);
            if (outcome.state() == ReportState.PARKED) {
                LOG.log(
                        Level.WARNING,
                        "Payment gateway, {0} {1}: {2}",
                        document.type(),
                        document.id(),
                        outcome.note());
            }
            count.add(outcome.state());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Payment gateway, " + document.type() + " " + document.id(), e);
            count.failed();
        }
    }
}
