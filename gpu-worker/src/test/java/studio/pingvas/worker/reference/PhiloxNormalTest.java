package studio.pingvas.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PhiloxNormalTest {
    /** What torch's CUDA generator gives for seed 0. */
    private static final float[] TORCH_SEED_0 = {
        -0.92466259f, -0.42534414f, -2.6438458f, 0.14518388f, -0.12086648f, -0.57972562f,
        -0.62285119f, -0.32838708f, -1.0745423f, -0.36314407f, -1.6710505f, 2.2655051f
    };

    private static final int BITS_OF_SEED_7 = 2142302744;
    private static final Offset<Float> TORCH = within(1e-6f);

    @Test
    void seedZeroGivesTorchsNumbers() {
        float[] noise = PhiloxNormal.fill(TORCH_SEED_0.length, 0, 0);

        for (int i = 0; i < noise.length; i++) {
            assertThat(noise[i]).as("element %d", i).isCloseTo(TORCH_SEED_0[i], TORCH);
        }
    }

    @Test
    void numbersDoNotDependOnHowManyAreAskedFor() {
        float[] few = PhiloxNormal.fill(5, 7, 0);
        float[] many = PhiloxNormal.fill(50, 7, 0);

        assertThat(many).startsWith(few);
    }

    @Test
    void everySeedAndEveryOffsetIsAnotherSequence() {
        float[] plain = PhiloxNormal.fill(64, 7, 0);

        assertThat(PhiloxNormal.fill(64, 8, 0)).isNotEqualTo(plain);
        assertThat(PhiloxNormal.fill(64, 7, 1)).isNotEqualTo(plain);
        assertThat(PhiloxNormal.fill(64, 7L + (1L << 32), 0)).isNotEqualTo(plain);
    }

    @Test
    void numbersAreStandardNormal() {
        int count = 1 << 18;
        double sum = 0;
        double squares = 0;
        int withinOne = 0;
        for (float value : PhiloxNormal.fill(count, 42, 0)) {
            sum += value;
            squares += value * value;
            withinOne += Math.abs(value) < 1 ? 1 : 0;
        }

        assertThat(sum / count).isCloseTo(0, within(0.01));
        assertThat(squares / count).isCloseTo(1, within(0.01));
        assertThat(withinOne / (double) count).isCloseTo(0.6827, within(0.005));
    }

    /** The bits are part of what a seed means: they may not change. */
    @Test
    void bitsOfSeedSevenStayAsTheyAre() {
        int hash = Arrays.hashCode(PhiloxNormal.fill(1 << 16, 7, 0));

        assertThat(hash).isEqualTo(BITS_OF_SEED_7);
    }

    @Test
    void logarithmIsAccurate() {
        for (float x = 0x1p-33f; x <= 1; x = x * 1.0009f + 0x1p-33f) {
            double exact = Math.log(x);
            assertThat((double) PhiloxNormal.log(x))
                    .isCloseTo(exact, within(Math.max(1e-7, Math.abs(exact) * 1.5e-7)));
        }
        assertThat(PhiloxNormal.log(1)).isZero();
    }

    @Test
    void sineIsAccurateOverTheWholeCircle() {
        for (float angle = 0; angle <= 2 * (float) Math.PI; angle += 0.0003f) {
            assertThat((double) PhiloxNormal.sin(angle)).isCloseTo(Math.sin(angle), within(1.2e-7));
        }
        float full = 2 * (float) Math.PI;
        assertThat((double) PhiloxNormal.sin(full)).isCloseTo(Math.sin(full), within(1.2e-7));
    }
}
