package studio.pingvas.payment.lemonsqueezy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.payment.credits.LedgerInTransaction;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.PlanCredits;
import studio.pingvas.payment.subscriptions.Subscription;

/** Which credits a payment gives, and what a refund takes of them. Each once, by business keys. */
@Dependent
public class PaymentCredits {
    @Inject LedgerInTransaction ledger;
    @Inject PlanCredits plan;
    @Inject PlanCatalog plans;

    /**
     * @param earlierPeriodStart of the newest paid period that was known before, or null
     */
    void give(
            Invoice invoice,
            InvoiceResource resource,
            Subscription subscription,
            Instant earlierPeriodStart) {
        long credits = creditsOf(invoice, resource, subscription);
        if (credits == 0) {
            return;
        }
        boolean first = resource.paysFirstPeriod() && earlierPeriodStart == null;
        if (first || !resource.paysWholePeriod()) {
            plan.add(subscription, credits, invoice.grantKey(), invoice.description());
        } else {
            plan.renew(subscription, credits, invoice.grantKey(), invoice.description());
        }
        invoice.granted(credits);
        subscription.granted(invoice.grantKey());
    }

    void give(Invoice invoice, CreditPack pack) {
        ledger.grant(
                invoice.userId(),
                CreditBucket.PURCHASED,
                pack.credits(),
                invoice.grantKey(),
                invoice.description());
        invoice.granted(pack.credits());
    }

    void takeBack(Invoice invoice) {
        if (!invoice.isRefunded() || !invoice.gaveCredits()) {
            return;
        }
        long expired = invoice.paysSubscription() ? ledger.expiredAfter(invoice.grantKey()) : 0;
        long credits = invoice.creditsToTakeBack(expired);
        if (credits > 0) {
            ledger.takeBack(
                    invoice.userId(),
                    invoice.bucket(),
                    credits,
                    invoice.refundKey(),
                    "Refund: " + invoice.description());
            invoice.tookBack(credits);
        }
    }

    /** A whole period brings a month; a change within one brings the part that was paid. */
    private long creditsOf(Invoice invoice, InvoiceResource resource, Subscription subscription) {
        if (isTrial(invoice, subscription)) {
            return 0;
        }
        long month = plans.of(subscription.tier()).creditsPerMonth();
        if (resource.paysWholePeriod()) {
            return month;
        }
        long price =
                plans.offerOf(subscription.tier(), subscription.interval())
                        .map(Offer::usdCents)
                        .orElseThrow();
        long part = -Math.floorDiv(-Math.multiplyExact(month, resource.priceCents()), price);
        return Math.min(month, part);
    }

    static boolean isTrial(Invoice invoice, Subscription subscription) {
        return subscription.trialEndsAt() != null
                && invoice.createdAt().isBefore(subscription.trialEndsAt());
    }
}
