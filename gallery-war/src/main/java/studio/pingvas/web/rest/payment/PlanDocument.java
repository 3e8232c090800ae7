package studio.pingvas.web.rest.payment;

import java.util.List;
import studio.pingvas.contracts.payment.Plan;

/**
 * A plan as the API shows it.
 *
 * @param modelBases model families it includes; {@code *} alone means every one
 * @param maxRunning jobs of one user that may run at once
 * @param maxWaiting jobs of one user that may wait besides
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
        int maxWaiting) {
    static PlanDocument of(Plan plan) {
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
                plan.maxWaiting());
    }
}
