package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseTableTest {
    /** The range that k-diffusion and A1111 name for Stable Diffusion 1: 0.0292 to 14.6146. */
    @Test
    void levelsOfStableDiffusionAreThePublishedOnes() {
        TrainedLevels levels = TrainedLevels.of(stableDiffusion(10, TrainedNoise.Spacing.LINSPACE));

        assertThat(levels.sigma(0)).isCloseTo(0.0292, within(5e-5));
        assertThat(levels.sigma(999)).isCloseTo(14.6146, within(5e-5));
    }

    /** As diffusers' test of steps_offset 1 has them. */
    @Test
    void leadingTimestepsAreWholeStridesFromOne() {
        assertThat(spaced(5, TrainedNoise.Spacing.LEADING)).containsExactly(801, 601, 401, 201, 1);
    }

    /** Table 2 of Lin et al. 2023, for five steps of a thousand. */
    @Test
    void trailingTimestepsBeginAtTheLast() {
        assertThat(spaced(5, TrainedNoise.Spacing.TRAILING))
                .containsExactly(999, 799, 599, 399, 199);
    }

    @Test
    void evenTimestepsReachFromTheLastToTheFirst() {
        assertThat(spaced(4, TrainedNoise.Spacing.LINSPACE))
                .containsExactly(new double[] {999, 666, 333, 0}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberOfStepsFromOneToAllFalls(TrainedNoise.Spacing spacing) {
        for (int steps : new int[] {1, 2, 3, 7, 999, 1000}) {
            double[] timesteps = spaced(steps, spacing);
            assertThat(timesteps).hasSize(steps);
            for (int i = 1; i < steps; i++) {
                assertThat(timesteps[i]).isBetween(0.0, timesteps[i - 1]);
            }
        }
        assertThatThrownBy(() -> spaced(1001, spacing))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsOfKarrasHaveTheSameEndsAndFallFasterAtFirst() {
        SchedulerSettings run = stableDiffusion(10, TrainedNoise.Spacing.LINSPACE);
        NoiseTable even = NoiseTable.of(run);
        NoiseTable karras = NoiseTable.karras(run);

        assertThat(sigma(karras, 0)).isCloseTo(sigma(even, 0), within(1e-9));
        assertThat(sigma(karras, 9)).isCloseTo(sigma(even, 9), within(1e-9));
        assertThat(sigma(karras, 10)).isZero();
        assertThat(sigma(karras, 8)).isGreaterThan(2 * sigma(karras, 9));
        // Equation 5 in the middle of an odd number.
        double root = (Math.pow(14.6146, 1 / 7.0) + Math.pow(0.0292, 1 / 7.0)) / 2;
        assertThat(sigma(NoiseTable.karras(stableDiffusion(3, TrainedNoise.Spacing.LINSPACE)), 1))
                .isCloseTo(Math.pow(root, 7), within(1e-3));
    }

    @Test
    void timestepOfALevelIsTheOneThatItBelongsTo() {
        TrainedLevels levels = TrainedLevels.of(stableDiffusion(10, TrainedNoise.Spacing.LINSPACE));

        for (double timestep : new double[] {0, 1, 17, 500, 998, 999}) {
            assertThat(levels.timestep(levels.sigma(timestep))).isCloseTo(timestep, within(1e-6));
        }
        assertThat(levels.timestep(1e9)).isEqualTo(999);
        assertThat(levels.timestep(1e-9)).isEqualTo(0);
    }

    @Test
    void straightLevelsFallEvenlyFromOneWithoutShift() {
        assertThat(flowTimesteps(1)).containsExactly(1000, 750, 500, 250);
    }

    /** Equation 23 of the paper at shift 3, the value that it recommends for 1024 pixels. */
    @Test
    void shiftKeepsLevelsHighForLonger() {
        assertThat(flowTimesteps(3)).containsExactly(1000, 900, 750, 500);
    }

    private static double[] flowTimesteps(double shift) {
        NoiseTable table = NoiseTable.of(DummyRun.settings(4, Prediction.FLOW, shift));
        double[] timesteps = new double[4];
        for (int step = 0; step < 4; step++) {
            timesteps[step] = table.timestep(step);
        }
        return timesteps;
    }

    private static double[] spaced(int steps, TrainedNoise.Spacing spacing) {
        return TrainedLevels.of(stableDiffusion(steps, spacing)).spaced(steps);
    }

    private static double sigma(NoiseTable table, int step) {
        return table.noise(step) / table.signal(step);
    }

    private static SchedulerSettings stableDiffusion(int steps, TrainedNoise.Spacing spacing) {
        TrainedNoise noise =
                new TrainedNoise(0.00085, 0.012, TrainedNoise.Curve.SCALED_LINEAR, spacing);
        return new SchedulerSettings(steps, Prediction.EPSILON, 1000, noise, 1);
    }
}
