package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.generation.jobs.entity.Picture;
import studio.pingvas.generation.jobs.entity.Quote;

/**
 * What pictures cost: one credit is 0.1 second of the reference GPU. The quote follows from the
 * constants of the model alone, and a job is never charged more than its quote.
 */
@Dependent
public class Pricing {
    private static final double CREDITS_PER_SECOND = 10;
    private static final double NO_GUIDANCE = 1;

    // Keeps a price that is a whole number in decimal from being raised by binary rounding.
    private static final double ROUNDING = 1e-9;

    public Quote quote(Picture picture, ModelView model) {
        double passes = picture.cfgScale() > NO_GUIDANCE ? 2 : 1;
        double perPicture =
                model.cost().secondsFixed()
                        + model.cost().secondsPerStepMegapixel()
                                * picture.steps()
                                * megapixels(picture, model)
                                * passes;
        double seconds = perPicture * picture.imageCount();
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

    private static long credits(double seconds) {
        return Math.max(1, (long) Math.ceil(seconds * CREDITS_PER_SECOND - ROUNDING));
    }

    private static double megapixels(Picture picture, ModelView model) {
        return model.sizes().stream()
                .filter(
                        size ->
                                size.width() == picture.width()
                                        && size.height() == picture.height())
                .mapToDouble(ModelView.Size::denoisedMegapixels)
                .findFirst()
                .orElseThrow();
    }
}
