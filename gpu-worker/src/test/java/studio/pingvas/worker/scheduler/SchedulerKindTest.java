package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.Shape;

/** What holds for every algorithm and everything that it follows. */
class SchedulerKindTest {
    private static final float[] CLEAN = {2, -1, 0.25f, 0};

    static Stream<Arguments> runs() {
        return Arrays.stream(SchedulerKind.values())
                .flatMap(
                        kind ->
                                Arrays.stream(Prediction.values())
                                        .filter(kind::follows)
                                        .map(prediction -> Arguments.of(kind, prediction)));
    }

    @ParameterizedTest
    @EnumSource
    void everySchedulerIsFoundByItsName(SchedulerKind kind) {
        assertThat(SchedulerKind.of(kind.id())).contains(kind);
    }

    @Test
    void otherNamesAreNone() {
        assertThat(SchedulerKind.of("euler-of-alexandria")).isEmpty();
        assertThat(SchedulerKind.of(null)).isEmpty();
    }

    @Test
    void predictionThatItDoesNotFollowIsRefused() {
        assertThatThrownBy(() -> SchedulerKind.DDIM.start(DummyRun.settings(4, Prediction.FLOW, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever always says the truth is led to it, in any number of steps, from any step on. */
    @ParameterizedTest
    @MethodSource("runs")
    void trueAnswersLeadToThePicture(SchedulerKind kind, Prediction prediction) {
        for (int steps : new int[] {1, 2, 3, 10, 40}) {
            for (int first : new int[] {0, steps / 2, steps - 1}) {
                float[] made = paint(kind, prediction, steps, first, 5);

                for (int i = 0; i < CLEAN.length; i++) {
                    // DDIM ends where training began, with a little noise.
                    double left = kind == SchedulerKind.DDIM ? 0.12 : 2e-4;
                    assertThat(made[i]).isCloseTo(CLEAN[i], within((float) left));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void sameSeedGivesTheSameBits(SchedulerKind kind, Prediction prediction) {
        assertThat(paint(kind, prediction, 6, 0, 5)).isEqualTo(paint(kind, prediction, 6, 0, 5));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void lookingAtTheCleanPictureChangesNothing(SchedulerKind kind, Prediction prediction) {
        Scheduler plain = kind.start(DummyRun.settings(5, prediction, 1));
        Scheduler watched = kind.start(DummyRun.settings(5, prediction, 1));
        ArrayTensor one = DummyRun.ramp();
        ArrayTensor other = DummyRun.ramp();
        StepTools tools = DummyRun.tools(3);
        StepTools otherTools = DummyRun.tools(3);
        for (int step = 0; step < 5; step++) {
            GuidedPrediction answer =
                    new GuidedPrediction(DummyRun.answer(one, plain.timestep(step)), 1);
            plain.step(tools, one, answer, step);
            ArrayTensor copy = ArrayTensor.of(other.shape(), other.values().clone());
            watched.estimateClean(DummyRun.OPS, copy, answer, step);
            watched.step(otherTools, other, answer, step);
        }
        assertThat(other.values()).isEqualTo(one.values());
    }

    /** Noise and picture at a level are what the next step expects of them. */
    @ParameterizedTest
    @MethodSource("runs")
    void levelsFallFromNoiseToNone(SchedulerKind kind, Prediction prediction) {
        Scheduler scheduler = kind.start(DummyRun.settings(12, prediction, 1));

        assertThat(scheduler.level(0).noise()).isGreaterThan(0.99f);
        for (int step = 0; step < 12; step++) {
            NoiseLevel level = scheduler.level(step);
            NoiseLevel next = scheduler.level(step + 1);
            assertThat(next.noise()).isLessThan(level.noise());
            assertThat(next.signal()).isGreaterThan(level.signal());
            double whole =
                    prediction == Prediction.FLOW
                            ? level.noise() + level.signal()
                            : Math.hypot(level.noise(), level.signal());
            assertThat(whole).isCloseTo(1, within(1e-6));
        }
    }

    /** The variance that an ancestral step leaves is that of its level, on every path. */
    @ParameterizedTest
    @CsvSource({"FLOW", "EPSILON", "V"})
    void ancestralStepLeavesTheNoiseOfItsLevel(Prediction prediction) {
        NoiseTable table = NoiseTable.of(DummyRun.settings(9, prediction, 1));
        for (int step = 0; step < 8; step++) {
            double q = Math.pow(table.remaining(step), 2);
            double kept =
                    Math.pow(table.noise(step + 1), 2)
                            * table.signal(step)
                            / (table.signal(step + 1) * Math.pow(table.noise(step), 2));
            double variance =
                    Math.pow(kept * table.noise(step), 2)
                            + Math.pow(table.noise(step + 1), 2) * (1 - q);
            assertThat(variance).isCloseTo(Math.pow(table.noise(step + 1), 2), within(1e-12));
        }
    }

    private static float[] paint(
            SchedulerKind kind, Prediction prediction, int steps, int first, long seed) {
        Scheduler scheduler = kind.start(DummyRun.settings(steps, prediction, 1));
        ArrayTensor clean = ArrayTensor.of(Shape.of(1, CLEAN.length), CLEAN);
        ArrayTensor latents = ArrayTensor.of(clean.shape());
        DummyRun.OPS.normalNoise(latents, seed, 0);
        NoiseLevel begin = scheduler.level(first);
        DummyRun.OPS.combine(latents, new float[] {begin.noise(), begin.signal()}, latents, clean);
        StepTools tools = DummyRun.tools(seed);
        for (int step = first; step < steps; step++) {
            GuidedPrediction truth = truth(prediction, latents.values(), scheduler.level(step));
            scheduler.step(tools, latents, truth, step);
        }
        return latents.values();
    }

    private static GuidedPrediction truth(
            Prediction prediction, float[] latents, NoiseLevel level) {
        float[] answer = new float[CLEAN.length];
        for (int i = 0; i < answer.length; i++) {
            double noise = (latents[i] - level.signal() * (double) CLEAN[i]) / level.noise();
            answer[i] =
                    (float)
                            switch (prediction) {
                                case EPSILON -> noise;
                                case V -> level.signal() * noise - level.noise() * CLEAN[i];
                                case FLOW -> noise - CLEAN[i];
                            };
        }
        return new GuidedPrediction(ArrayTensor.of(Shape.of(1, answer.length), answer), 1);
    }
}
