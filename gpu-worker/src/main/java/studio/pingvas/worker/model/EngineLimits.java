package studio.pingvas.worker.model;

import java.util.Set;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.scheduler.Prediction;
import studio.pingvas.worker.scheduler.SchedulerKind;

/** What of a sound manifest this engine can do. */
final class EngineLimits {
    private static final double LARGEST_SHIFT = 1000;
    private static final Set<Integer> UPSCALES = Set.of(1, 2, 4);

    private EngineLimits() {}

    /**
     * @throws IllegalArgumentException if the model asks for something else
     */
    static void require(ModelManifest manifest) {
        Prediction prediction =
                Prediction.of(manifest.prediction())
                        .orElseThrow(
                                () ->
                                        complaint(
                                                "no prediction is called "
                                                        + manifest.prediction()));
        for (String scheduler : manifest.schedulers()) {
            SchedulerKind kind =
                    SchedulerKind.of(scheduler)
                            .orElseThrow(() -> complaint("no scheduler is called " + scheduler));
            check(kind.follows(prediction), scheduler + " does not follow " + prediction.id());
        }
        for (PictureSize size : manifest.sizes()) {
            check(UPSCALES.contains(size.upscale()), "upscale " + size.upscale());
            double shift =
                    manifest.shiftFor(
                            size.width() / size.upscale(), size.height() / size.upscale());
            check(shift <= LARGEST_SHIFT, "shift of " + size + " is " + shift);
        }
    }

    private static void check(boolean possible, String complaint) {
        if (!possible) {
            throw complaint(complaint);
        }
    }

    private static IllegalArgumentException complaint(String complaint) {
        return new IllegalArgumentException(complaint);
    }
}
