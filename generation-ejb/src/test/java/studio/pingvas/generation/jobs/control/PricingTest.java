package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.pingvas.generation.jobs.Samples.aModel;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.Quote;

class PricingTest {
    private final Pricing pricing = new Pricing();

    @BeforeEach
    void price() {
        pricing.upscaleSeconds = 0.1;
    }

    @Test
    void theDemonstrationPictureAtItsDefaultsCostsTwoCredits() {
        // 0.05 s + 0.2 s x 16 steps x 0.016384 Mpx x 2 for guidance = 0.1548576 s
        Quote quote = quote(painting(128, 16, 3, 1));

        assertThat(quote.seconds()).isCloseTo(0.1548576, within(1e-12));
        assertThat(quote.credits()).isEqualTo(2);
    }

    @Test
    void anEnlargedPictureCostsWhatTheNetworksDo() {
        assertThat(quote(painting(512, 16, 3, 1))).isEqualTo(quote(painting(128, 16, 3, 1)));
    }

    @Test
    void guidanceDoublesTheStepsAndPicturesMultiply() {
        double withoutGuidance = quote(painting(128, 16, 1, 1)).seconds();
        double four = quote(painting(128, 16, 1, 4)).seconds();

        assertThat(withoutGuidance).isCloseTo(0.05 + 0.0524288, within(1e-12));
        assertThat(four).isEqualTo(4 * withoutGuidance);
    }

    @Test
    void nothingIsFree() {
        assertThat(pricing.charge(new Quote(5, 0.5), "cuda", 0)).isEqualTo(1);
    }

    @Test
    void theChargeIsNeverAboveTheQuote() {
        Quote quote = new Quote(5, 0.5);

        assertThat(pricing.charge(quote, "cuda", 0.21)).isEqualTo(3);
        assertThat(pricing.charge(quote, "cuda", 60)).isEqualTo(5);
    }

    @Test
    void onACpuTheQuoteIsCharged() {
        assertThat(pricing.charge(new Quote(5, 0.5), "cpu", 0.01)).isEqualTo(5);
    }

    @Test
    void paintingOverCostsTheStepsThatAreRun() {
        Quote quote = quote(over(16, 0.3));

        // 5 of 16 steps.
        assertThat(quote.seconds()).isCloseTo(0.05 + 0.2 * 5 * 0.016384 * 2, within(1e-12));
    }

    @Test
    void enlargingCostsTheMegapixelsThatComeOut() {
        PlannedStage enlarged = new PlannedStage(JobStage.upscale(null, 2000, 1000, 2), null);

        Quote quote = pricing.quote(new PlannedWork("upscale", List.of(enlarged), 7, 1));

        assertThat(quote.seconds()).isCloseTo(0.2, within(1e-12));
        assertThat(quote.credits()).isEqualTo(2);
    }

    @Test
    void workflowCostsTheSumOfItsStagesForEachPicture() {
        PlannedStage first = painting(128, 16, 3, 1).stages().get(0);
        PlannedStage second = new PlannedStage(JobStage.upscale(null, 1000, 1000, 2), null);
        PlannedStage third = over(16, 0.3).stages().get(0);

        Quote quote =
                pricing.quote(new PlannedWork("workflow", List.of(first, second, third), 7, 2));

        double sum =
                quote(painting(128, 16, 3, 1)).seconds() + 0.1 + quote(over(16, 0.3)).seconds();
        assertThat(quote.seconds()).isCloseTo(2 * sum, within(1e-12));
    }

    @Test
    void guidanceThatIsBuiltInCostsNothingMore() {
        PlannedWork guided = painting(128, 16, 3, 1);
        PlannedStage stage = guided.stages().get(0);
        PlannedStage builtIn = new PlannedStage(stage.stage(), Samples.aModelWithBuiltInGuidance());

        assertThat(quote(new PlannedWork("text-to-image", List.of(builtIn), 7, 1)))
                .isEqualTo(quote(painting(128, 16, 1, 1)));
    }

    private Quote quote(PlannedWork work) {
        return pricing.quote(work);
    }

    private static PlannedWork painting(int size, int steps, double cfgScale, int count) {
        return work("text-to-image", size, steps, cfgScale, null, count);
    }

    private static PlannedWork over(int steps, double strength) {
        return work("image-to-image", 128, steps, 3, strength, 1);
    }

    private static PlannedWork work(
            String kind, int size, int steps, double cfgScale, Double strength, int count) {
        JobStage stage =
                new JobStage(
                        kind,
                        "tiny",
                        "p",
                        "",
                        size,
                        size,
                        steps,
                        cfgScale,
                        "flow-match-euler",
                        null,
                        null,
                        strength,
                        null,
                        null);
        return new PlannedWork(kind, List.of(new PlannedStage(stage, aModel())), 7, count);
    }
}
