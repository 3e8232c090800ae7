package studio.pingvas.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PhiloxNormalTest {
    @Test
    void numbersAreStandardNormal() {
        int count = 1 << 18;
        double sum = 0;
        double squares = 0;
        int withinOne = 0;
        for (float value : fill(count, 42, 0)) {
            sum += value;
            squares += value * value;
            withinOne += Math.abs(value) < 1 ? 1 : 0;
        }

        assertThat(sum / count).isCloseTo(0, within(0.01));
        assertThat(squares / count).isCloseTo(1, within(0.01));
        assertThat(withinOne / (double) count).isCloseTo(0.6827, within(0.005));
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

    private static float[] fill(int count, long seed, int offset) {
        float[] out = new float[count];
        PhiloxNormal.fill(FloatBuffer.wrap(out), seed, offset);
        return out;
    }
}
