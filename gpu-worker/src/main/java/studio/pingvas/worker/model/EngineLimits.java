package studio.pingvas.worker.model;

import java.util.Set;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.scheduler.SchedulerKind;

/** What of a sound manifest this engine can do. */
final class EngineLimits {
    private static final Set<String> PREDICTIONS = Set.of("flow");
    private static final Set<Integer> UPSCALES = Set.of(1, 2, 4);

    private EngineLimits() {}

    /**
     * @throws IllegalArgumentException if the model asks for something else
     */
    static void require(ModelManifest manifest) {
        String prediction = manifest.prediction();
        check(PREDICTIONS.contains(prediction), "prediction \"" + prediction + "\" is not known");
        int encoders = manifest.textEncoders().size();
        check(encoders == 1, encoders + " text encoders, not 1");
        for (String scheduler : manifest.schedulers()) {
            check(SchedulerKind.of(scheduler).isPresent(), "no scheduler is called " + scheduler);
        }
        for (PictureSize size : manifest.sizes()) {
            check(UPSCALES.contains(size.upscale()), "upscale " + size.upscale());
        }
    }

    private static void check(boolean possible, String complaint) {
        if (!possible) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
