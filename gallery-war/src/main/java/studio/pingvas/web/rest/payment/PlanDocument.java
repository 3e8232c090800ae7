package studio.pingvas.web.rest.payment;

import java.util.List;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;

/**
 * A plan as the API shows it.
 *
 * @param modelBases model families it includes; {@code *} alone means every one
 * @param maxRunning jobs of one user that may run at once
 * @param maxWaiting jobs of one user that may wait besides
 * @param maxBatch most jobs of one batch
 * @param offers at which prices it can be bought; empty if it cannot
 */
public record PlanDocument(
        String tier,
        int usdPerMonth,
        long creditsPerMonth,
        long storageBytes,
        List<String> modelBases,
        long maxPixels,
        int maxSteps,
        int maxImages,
        int maxRunning,
        int maxWaiting,
        int maxBatch,
        List<OfferDocument> offers) {
    /**
     * @param allOffers of all plans
     */
    static PlanDocument of(Plan plan, List<Offer> allOffers) {
        return new PlanDocument(
                plan.tier().key(),
                plan.usdPerMonth(),
                plan.creditsPerMonth(),
                plan.storageBytes(),
                plan.modelBases().stream().sorted().toList(),
                plan.maxPixels(),
                plan.maxSteps(),
                plan.maxImages(),
                plan.maxRunning(),
                plan.maxWaiting(),
                plan.maxBatch(),
                allOffers.stream()
                        .filter(offer -> offer.tier() == plan.tier())
                        .map(OfferDocument::of)
                        .toList());
    }
}
