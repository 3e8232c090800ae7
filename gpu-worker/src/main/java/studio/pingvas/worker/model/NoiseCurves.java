package studio.pingvas.worker.model;

import java.util.Locale;
import studio.pingvas.contracts.model.NoiseCurve;
import studio.pingvas.worker.scheduler.TrainedNoise;

/** A manifest's noise in the words of the schedulers. */
final class NoiseCurves {
    private NoiseCurves() {}

    /** A model of flow has no such curve; the schedulers do not ask it for one. */
    static TrainedNoise toTrainedNoise(NoiseCurve noise) {
        if (noise == null) {
            return TrainedNoise.STABLE_DIFFUSION;
        }
        return new TrainedNoise(
                noise.betaStart(),
                noise.betaEnd(),
                TrainedNoise.Curve.valueOf(constant(noise.curve())),
                TrainedNoise.Spacing.valueOf(constant(noise.spacing())));
    }

    private static String constant(String id) {
        return id.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
