package studio.pingvas.worker.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** Schedulers on the heap, with networks that are a line of arithmetic. */
final class DummyRun {
    static final TensorOps OPS = new ReferenceTensorOps();
    static final TrainedNoise LINEAR =
            new TrainedNoise(
                    0.0001, 0.02, TrainedNoise.Curve.LINEAR, TrainedNoise.Spacing.LINSPACE);

    private DummyRun() {}

    static StepTools tools(long seed) {
        return new StepTools(OPS, new HeapScope(), seed);
    }

    static SchedulerSettings settings(int steps, Prediction prediction, double shift) {
        TrainedNoise noise = prediction == Prediction.FLOW ? null : TrainedNoise.STABLE_DIFFUSION;
        return new SchedulerSettings(steps, prediction, 1000, noise, shift);
    }

    /** The numbers i / 768, which the tests of diffusers begin with. */
    static ArrayTensor ramp() {
        ArrayTensor ramp = ArrayTensor.of(Shape.of(1, 768));
        for (int i = 0; i < 768; i++) {
            ramp.values()[i] = i / 768f;
        }
        return ramp;
    }

    /** Their network: x t / (t + 1). */
    static ArrayTensor answer(ArrayTensor latents, double timestep) {
        ArrayTensor answer = ArrayTensor.of(latents.shape());
        for (int i = 0; i < answer.values().length; i++) {
            answer.values()[i] = (float) (latents.values()[i] * (timestep / (timestep + 1)));
        }
        return answer;
    }

    static ArrayTensor run(Scheduler scheduler, ArrayTensor latents) {
        StepTools tools = tools(0);
        for (int step = 0; step < scheduler.steps(); step++) {
            GuidedPrediction prediction =
                    new GuidedPrediction(answer(latents, scheduler.timestep(step)), 1);
            scheduler.step(tools, latents, prediction, step);
        }
        return latents;
    }

    static double sum(ArrayTensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += Math.abs(value);
        }
        return sum;
    }

    static double mean(ArrayTensor tensor) {
        return sum(tensor) / tensor.values().length;
    }

    /** Whole timesteps, evenly spaced with one more that is left out at the end. */
    static double[] everyTenth(int trained) {
        List<Double> timesteps = new ArrayList<>();
        for (int i = 10; i >= 1; i--) {
            timesteps.add((double) Math.round(i / 10.0 * (trained - 1)));
        }
        return timesteps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Arrays; the garbage collector frees them. */
    private static final class HeapScope implements TensorScope {
        @Override
        public Tensor floats(Shape shape) {
            ArrayTensor tensor = ArrayTensor.of(shape);
            // What nobody has written yet must not be read.
            Arrays.fill(tensor.values(), Float.NaN);
            return tensor;
        }

        @Override
        public Tensor floats(Shape shape, float[] values) {
            return ArrayTensor.of(shape, values);
        }

        @Override
        public Tensor longs(Shape shape, long[] values) {
            throw new UnsupportedOperationException("Schedulers need no whole numbers.");
        }

        @Override
        public Tensor row(Tensor tensor, int row) {
            throw new UnsupportedOperationException("Schedulers need no rows.");
        }

        @Override
        public void close() {}
    }
}
