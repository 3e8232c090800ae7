package studio.pingvas.contracts.payment;

import java.util.Set;

/**
 * What a tier costs and allows.
 *
 * @param tier the tier
 * @param usdPerMonth price; 0 where there is none or it is agreed by contract
 * @param creditsPerMonth plan credits of one period
 * @param storageBytes room for pictures
 * @param modelBases model families that may be used; {@link #ALL_MODELS} alone means every one
 * @param maxPixels largest picture, width times height
 * @param maxSteps most denoising steps
 * @param maxImages most pictures per request
 * @param maxRunning jobs of one user that may be dispatched or running at once
 * @param maxWaiting jobs of one user that may wait besides
 * @param maxBatch most jobs of one batch
 */
public record Plan(
        Tier tier,
        int usdPerMonth,
        long creditsPerMonth,
        long storageBytes,
        Set<String> modelBases,
        long maxPixels,
        int maxSteps,
        int maxImages,
        int maxRunning,
        int maxWaiting,
        int maxBatch) {
    public static final String ALL_MODELS = "*";

    public Plan {
        modelBases = Set.copyOf(modelBases);
    }

    /** Default deny: a family that is not listed may not be used. */
    public boolean allowsModelBase(String base) {
        return modelBases.contains(base) || modelBases.contains(ALL_MODELS);
    }
}
