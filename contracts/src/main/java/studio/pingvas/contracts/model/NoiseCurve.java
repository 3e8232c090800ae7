package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.oneOf;
import static studio.pingvas.contracts.model.ManifestRules.require;

import java.util.Set;

/**
 * Noise that a model of prediction {@code epsilon} or {@code v} was trained with.
 *
 * @param betaStart variance added at the first timestep
 * @param betaEnd variance added at the last
 * @param curve {@code linear}, or {@code scaled-linear} for linear in the square root
 * @param spacing which timesteps a run visits: {@code leading}, {@code linspace} or {@code
 *     trailing}
 */
public record NoiseCurve(double betaStart, double betaEnd, String curve, String spacing) {
    private static final Set<String> CURVES = Set.of("linear", "scaled-linear");
    private static final Set<String> SPACINGS = Set.of("leading", "linspace", "trailing");

    public NoiseCurve {
        require(
                betaStart > 0 && betaStart <= betaEnd && betaEnd < 1,
                "noise.beta_start and noise.beta_end are " + betaStart + " and " + betaEnd);
        oneOf("noise.curve", curve, CURVES);
        oneOf("noise.spacing", spacing, SPACINGS);
    }
}
