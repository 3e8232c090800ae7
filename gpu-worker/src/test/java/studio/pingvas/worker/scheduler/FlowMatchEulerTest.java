package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.Shape;

class FlowMatchEulerTest {
    private static final int TRAINED_STEPS = 1_000;
    private static final int LATENTS = 64;

    private final ReferenceTensorOps ops = new ReferenceTensorOps();
    // The method has no memory and adds no noise: it needs no scope.
    private final StepTools tools = new StepTools(ops, null, 0);

    @Test
    void levelsFallEvenlyFromOneWithoutShift() {
        Scheduler scheduler = flow(4, 1);

        assertThat(timestepsOf(scheduler)).containsExactly(1000, 750, 500, 250);
    }

    /** Equation 23 of the paper at shift 3, the value that it recommends for 1024 pixels. */
    @Test
    void shiftKeepsLevelsHighForLonger() {
        Scheduler scheduler = flow(4, 3);

        assertThat(timestepsOf(scheduler)).containsExactly(1000, 900, 750, 500);
    }

    @Test
    void oneStepGoesFromNoiseToThePicture() {
        Scheduler scheduler = flow(1, 1);
        ArrayTensor latents = ArrayTensor.of(Shape.of(1, 2), 0.5f, -1);
        float[] picture = {2, 3};
        ArrayTensor velocity = ArrayTensor.of(Shape.of(1, 2), 0.5f - 2, -1 - 3);

        scheduler.step(tools, latents, new GuidedPrediction(velocity, 1), 0);

        assertThat(latents.values()).containsExactly(picture);
    }

    @Test
    void trueVelocityLeadsToThePictureInAnyNumberOfSteps() {
        Scheduler scheduler = flow(7, 2);
        ArrayTensor latents = ArrayTensor.of(Shape.of(1, 1), 0.5f);
        ArrayTensor velocity = ArrayTensor.of(Shape.of(1, 1), 0.5f - 2);

        for (int step = 0; step < scheduler.steps(); step++) {
            ArrayTensor clean = ArrayTensor.of(latents.shape(), latents.values().clone());
            scheduler.estimateClean(ops, clean, new GuidedPrediction(velocity, 1), step);
            assertThat(clean.values()[0]).isCloseTo(2, within(1e-5f));
            scheduler.step(tools, latents, new GuidedPrediction(velocity, 1), step);
        }

        assertThat(latents.values()[0]).isCloseTo(2, within(1e-5f));
    }

    // Golden sums of ten steps with a dummy network, computed apart in double precision.

    @Test
    void tenStepsOfADummyNetworkGiveTheGoldenSum() {
        assertThat(sumAfterTenSteps(1, false)).isCloseTo(5.596939584, within(1e-4));
    }

    @Test
    void tenShiftedStepsOfADummyNetworkGiveTheGoldenSum() {
        assertThat(sumAfterTenSteps(3, false)).isCloseTo(5.437169922, within(1e-4));
    }

    @Test
    void tenGuidedStepsOfADummyNetworkGiveTheGoldenSum() {
        assertThat(sumAfterTenSteps(1, true)).isCloseTo(1.730538132, within(1e-4));
    }

    private double sumAfterTenSteps(double shift, boolean guided) {
        Scheduler scheduler = flow(10, shift);
        ArrayTensor latents = ArrayTensor.of(Shape.of(1, LATENTS));
        for (int i = 0; i < LATENTS; i++) {
            latents.values()[i] = i * 7 % LATENTS / (float) LATENTS - 0.5f;
        }
        for (int step = 0; step < scheduler.steps(); step++) {
            ArrayTensor output = dummyNetwork(latents, scheduler.timestep(step), guided ? 2 : 1);
            scheduler.step(tools, latents, new GuidedPrediction(output, 3), step);
        }
        double sum = 0;
        for (float value : latents.values()) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static FlowMatchEuler flow(int steps, double shift) {
        return new FlowMatchEuler(
                new SchedulerSettings(steps, Prediction.FLOW, TRAINED_STEPS, null, shift));
    }

    /** Says x t / (t + 1), and half of it without the prompt. */
    private static ArrayTensor dummyNetwork(ArrayTensor latents, float timestep, int rows) {
        ArrayTensor output = ArrayTensor.of(latents.shape().withBatch(rows));
        for (int i = 0; i < output.values().length; i++) {
            float value = latents.values()[i % LATENTS] * timestep / (timestep + 1);
            output.values()[i] = i < LATENTS ? value : value / 2;
        }
        return output;
    }

    private static float[] timestepsOf(Scheduler scheduler) {
        float[] timesteps = new float[scheduler.steps()];
        for (int step = 0; step < timesteps.length; step++) {
            timesteps[step] = scheduler.timestep(step);
        }
        return timesteps;
    }
}
