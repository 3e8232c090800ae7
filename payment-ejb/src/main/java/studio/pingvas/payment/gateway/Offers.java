package studio.pingvas.payment.gateway;

import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.plans.PlanCatalog;

/** What can be asked for. */
final class Offers {
    private Offers() {}

    static Offer require(PlanCatalog plans, Tier tier, BillingInterval interval) {
        return plans.offerOf(tier, interval)
                .orElseThrow(
                        () ->
                                new InvalidRequestException(
                                        "/tier", "The plan cannot be bought in this way."));
    }
}
