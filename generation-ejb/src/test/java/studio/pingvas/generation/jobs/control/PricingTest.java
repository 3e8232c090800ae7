package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.pingvas.generation.jobs.Samples.aModel;

import org.junit.jupiter.api.Test;
import studio.pingvas.generation.jobs.entity.Picture;
import studio.pingvas.generation.jobs.entity.Quote;

class PricingTest {
    private final Pricing pricing = new Pricing();

    @Test
    void theDemonstrationPictureAtItsDefaultsCostsTwoCredits() {
        // 0.05 s + 0.2 s x 16 steps x 0.016384 Mpx x 2 for guidance = 0.1548576 s
        Quote quote = pricing.quote(picture(128, 16, 3, 1), aModel());

        assertThat(quote.seconds()).isCloseTo(0.1548576, within(1e-12));
        assertThat(quote.credits()).isEqualTo(2);
    }

    @Test
    void anEnlargedPictureCostsWhatTheNetworksDo() {
        assertThat(pricing.quote(picture(512, 16, 3, 1), aModel()))
                .isEqualTo(pricing.quote(picture(128, 16, 3, 1), aModel()));
    }

    @Test
    void guidanceDoublesTheStepsAndPicturesMultiply() {
        double withoutGuidance = pricing.quote(picture(128, 16, 1, 1), aModel()).seconds();
        double four = pricing.quote(picture(128, 16, 1, 4), aModel()).seconds();

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

    private static Picture picture(int size, int steps, double cfgScale, int count) {
        return new Picture(
                "tiny", "p", "", size, size, steps, cfgScale, "flow-match-euler", 7, count);
    }
}
