package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.between;
import static studio.pingvas.contracts.model.ManifestRules.require;

/**
 * A shift of the noise levels that grows with the picture: its logarithm is linear in the number of
 * image tokens, through the two points given here.
 */
public record DynamicShift(int baseTokens, double baseShift, int maxTokens, double maxShift) {
    private static final double LARGEST_LOGARITHM = 7;

    public DynamicShift {
        between("dynamic_shift.base_tokens", baseTokens, 1, 1 << 20);
        between("dynamic_shift.max_tokens", maxTokens, baseTokens + 1, 1 << 21);
        logarithm("dynamic_shift.base_shift", baseShift);
        logarithm("dynamic_shift.max_shift", maxShift);
    }

    /** The factor for a picture of so many tokens. */
    double at(int tokens) {
        double slope = (maxShift - baseShift) / (maxTokens - baseTokens);
        return Math.exp(baseShift + slope * (tokens - baseTokens));
    }

    private static void logarithm(String field, double value) {
        require(Math.abs(value) <= LARGEST_LOGARITHM, field + " is " + value);
    }
}
