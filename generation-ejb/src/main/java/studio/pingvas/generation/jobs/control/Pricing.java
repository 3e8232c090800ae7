package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.generation.jobs.entity.Quote;

/**
 * What pictures cost: one credit is 0.1 second of the reference GPU. The quote follows from the
 * constants of the models and of this installation alone, and a job is never charged more than its
 * quote.
 */
@Dependent
public class Pricing {
    private static final double CREDITS_PER_SECOND = 10;
    private static final double NO_GUIDANCE = 1;

    // Keeps a price that is a whole number in decimal from being raised by binary rounding.
    private static final double ROUNDING = 1e-9;

    /** For a megapixel that comes out. */
    @Inject
    @ConfigProperty(name = "studio.credits.upscale-seconds-per-megapixel")
    double upscaleSeconds;

    public Quote quote(PlannedWork work) {
        double perPicture = work.stages().stream().mapToDouble(this::seconds).sum();
        double seconds = perPicture * work.imageCount();
        return new Quote(credits(seconds), seconds);
    }

    /**
     * @param device {@code cpu}: its seconds say nothing about the reference GPU, so the quote
     *     holds
     * @param seconds measured
     */
    public long charge(Quote quote, String device, double seconds) {
        return "cpu".equals(device) ? quote.credits() : Math.min(quote.credits(), credits(seconds));
    }

    private double seconds(PlannedStage planned) {
        JobStage stage = planned.stage();
        if (!stage.paints()) {
            return upscaleSeconds * stage.megapixels();
        }
        ModelView model = planned.model();
        double passes = model.guidanceDoublesWork() && stage.cfgScale() > NO_GUIDANCE ? 2 : 1;
        return model.cost().secondsFixed()
                + model.cost().secondsPerStepMegapixel()
                        * stage.denoisingSteps()
                        * denoisedMegapixels(stage, model)
                        * passes;
    }

    private static long credits(double seconds) {
        return Math.max(1, (long) Math.ceil(seconds * CREDITS_PER_SECOND - ROUNDING));
    }

    private static double denoisedMegapixels(JobStage stage, ModelView model) {
        return model.sizes().stream()
                .filter(size -> size.width() == stage.width() && size.height() == stage.height())
                .mapToDouble(ModelView.Size::denoisedMegapixels)
                .findFirst()
                .orElseThrow();
    }
}
