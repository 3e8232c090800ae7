package studio.pingvas.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.tensor.LanczosTable;

class LanczosTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void flatPlaneStaysFlat(int factor) {
        float[] flat = new float[2 * 3 * 5];
        Arrays.fill(flat, 0.25f);

        float[] large = enlarge(factor, flat, 3, 5);

        assertThat(large).hasSize(flat.length * factor * factor);
        for (float value : large) {
            assertThat(value).isCloseTo(0.25f, within(1e-6f));
        }
    }

    @Test
    void factorOneChangesNothing() {
        float[] plane = {1, -2, 3, 0.5f, 7, -1};

        assertThat(enlarge(1, plane, 2, 3)).isEqualTo(plane);
    }

    @Test
    void singlePixelFillsThePlane() {
        assertThat(enlarge(4, new float[] {0.5f}, 1, 1))
                .hasSize(16)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1)
                .containsOnly(0.5f);
    }

    /** The kernel against its definition, at the two phases of doubling. */
    @Test
    void doublingAnImpulseGivesTheKernelItself() {
        float[] impulse = new float[11];
        impulse[5] = 1;

        float[] large = enlarge(2, impulse, 1, 11);

        double sum =
                kernel(0.25)
                        + kernel(0.75)
                        + kernel(1.25)
                        + kernel(1.75)
                        + kernel(2.25)
                        + kernel(2.75);
        for (int x = 0; x < 22; x++) {
            double distance = (x + 0.5) / 2 - 0.5 - 5;
            assertThat((double) large[x]).isCloseTo(kernel(distance) / sum, within(1e-6));
        }
    }

    @Test
    void enlargementIsSymmetric() {
        float[] plane = {1, 2, 3, 4, 4, 3, 2, 1};

        float[] large = enlarge(4, plane, 1, 8);

        for (int x = 0; x < 32; x++) {
            assertThat(large[x]).isCloseTo(large[31 - x], within(1e-5f));
        }
    }

    @Test
    void planesAreEnlargedApart() {
        float[] two = {1, 1, 1, 1, 5, 5, 5, 5};

        float[] large = enlarge(2, two, 2, 2);

        assertThat(large[15]).isCloseTo(1, within(1e-6f));
        assertThat(large[16]).isCloseTo(5, within(1e-5f));
    }

    /** One step to a smaller size must not let fine stripes turn into coarse ones. */
    @Test
    void finestStripesShrinkToGrey() {
        float[] stripes = new float[64];
        for (int x = 0; x < 64; x++) {
            stripes[x] = x % 2;
        }

        float[] small = Lanczos.resampleRows(FloatBuffer.wrap(stripes), LanczosTable.of(64, 16));

        for (int x = 2; x < 14; x++) {
            assertThat(small[x]).isCloseTo(0.5f, within(0.01f));
        }
    }

    private static float[] enlarge(int factor, float[] planes, int height, int width) {
        LanczosTable rows = LanczosTable.of(width, width * factor);
        LanczosTable columns = LanczosTable.of(height, height * factor);
        float[] wide = Lanczos.resampleRows(FloatBuffer.wrap(planes), rows);
        float[] large = new float[wide.length * factor];
        Lanczos.resampleColumns(wide, columns, width * factor, FloatBuffer.wrap(large));
        return large;
    }

    private static double kernel(double x) {
        if (Math.abs(x) >= 3) {
            return 0;
        }
        return x == 0
                ? 1
                : Math.sin(Math.PI * x)
                        * Math.sin(Math.PI * x / 3)
                        * 3
                        / (Math.PI * Math.PI * x * x);
    }
}
