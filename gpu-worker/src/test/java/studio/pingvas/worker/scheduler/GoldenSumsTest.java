package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.Shape;

/**
 * Ten steps of a dummy network on the straight path, for which nobody has published sums. The sums
 * were computed apart, in double precision, by slow transcriptions of the papers' own formulas:
 * UniPC with its order conditions solved as linear equations, ancestral steps in units of noise /
 * signal.
 */
class GoldenSumsTest {
    private static final int LATENTS = 64;

    @ParameterizedTest
    @CsvSource({
        "FLOW_MATCH_EULER, 1, 5.596939584",
        "FLOW_MATCH_EULER, 3, 5.437169922",
        "DPMPP_2M, 1, 5.879837850",
        "DPMPP_2M, 3, 5.724360816",
        "UNIPC, 1, 5.922215950",
        "UNIPC, 3, 5.736722495",
        "EULER_ANCESTRAL, 1, 13.736797933",
        "EULER_ANCESTRAL, 3, 13.977822084"
    })
    void tenStepsOfADummyNetworkGiveTheGoldenSum(SchedulerKind kind, double shift, double sum) {
        assertThat(sumAfterTenSteps(kind, shift, false)).isCloseTo(sum, within(1e-4));
    }

    @Test
    void tenGuidedStepsOfADummyNetworkGiveTheGoldenSum() {
        assertThat(sumAfterTenSteps(SchedulerKind.FLOW_MATCH_EULER, 1, true))
                .isCloseTo(1.730538132, within(1e-4));
    }

    private static double sumAfterTenSteps(SchedulerKind kind, double shift, boolean guided) {
        Scheduler scheduler = kind.start(DummyRun.settings(10, Prediction.FLOW, shift));
        ArrayTensor latents = ArrayTensor.of(Shape.of(1, LATENTS));
        for (int i = 0; i < LATENTS; i++) {
            latents.values()[i] = i * 7 % LATENTS / (float) LATENTS - 0.5f;
        }
        StepTools tools = DummyRun.tools(0);
        for (int step = 0; step < scheduler.steps(); step++) {
            ArrayTensor output = answer(latents, scheduler.timestep(step), guided ? 2 : 1);
            scheduler.step(tools, latents, new GuidedPrediction(output, 3), step);
        }
        return DummyRun.sum(latents);
    }

    /** Says x t / (t + 1), and half of it without the prompt. */
    private static ArrayTensor answer(ArrayTensor latents, float timestep, int rows) {
        ArrayTensor output = ArrayTensor.of(latents.shape().withBatch(rows));
        for (int i = 0; i < output.values().length; i++) {
            float value = latents.values()[i % LATENTS] * timestep / (timestep + 1);
            output.values()[i] = i < LATENTS ? value : value / 2;
        }
        return output;
    }
}
