package studio.pingvas.web.rest.payment;

import studio.pingvas.contracts.payment.Offer;

/**
 * A price of a plan.
 *
 * @param interval {@code month} or {@code year}
 * @param usdCents for one interval
 */
public record OfferDocument(String interval, int usdCents) {
    static OfferDocument of(Offer offer) {
        return new OfferDocument(offer.interval().key(), offer.usdCents());
    }
}
