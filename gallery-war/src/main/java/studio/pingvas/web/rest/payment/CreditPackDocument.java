package studio.pingvas.web.rest.payment;

import studio.pingvas.contracts.payment.CreditPack;

/** Credits that can be bought once. They do not expire. */
public record CreditPackDocument(String id, long credits, int usdCents) {
    static CreditPackDocument of(CreditPack pack) {
        return new CreditPackDocument(pack.id(), pack.credits(), pack.usdCents());
    }
}
