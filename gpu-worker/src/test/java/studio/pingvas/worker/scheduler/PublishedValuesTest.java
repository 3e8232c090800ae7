package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.worker.tensor.ArrayTensor;

/**
 * Against values that others have published: those that diffusers checks itself by
 * (tests/schedulers/test_scheduler_*.py), with its dummy network x t / (t + 1) on i / 768 in ten
 * steps, betas from 0.0001 to 0.02.
 */
class PublishedValuesTest {
    /**
     * test_scheduler_euler.py, full_loop_no_noise, full_loop_with_v_prediction; 1100 timesteps. Its
     * loop feeds the scaled input of the network back as the latents.
     */
    @ParameterizedTest
    @CsvSource({"EPSILON, 10.0807", "V, 0.0002"})
    void euler(Prediction prediction, double sum) {
        SchedulerSettings run = linear(prediction, 1100);

        assertThat(DummyRun.sum(scaledLoop(SchedulerKind.EULER.start(run))))
                .isCloseTo(sum, within(1e-2));
    }

    /** test_scheduler_euler.py, full_loop_device_karras_sigmas. */
    @Test
    void eulerOnTheLevelsOfKarras() {
        NoiseTable table = NoiseTable.karras(linear(Prediction.EPSILON, 1100));

        assertThat(DummyRun.sum(scaledLoop(new Euler(table))))
                .isCloseTo(124.52299499511719, within(1e-2));
    }

    /** test_scheduler_ddim.py, full_loop_no_noise and full_loop_with_v_prediction. */
    @ParameterizedTest
    @CsvSource({"EPSILON, 172.0067", "V, 52.5302"})
    void ddim(Prediction prediction, double sum) {
        double[] leading = {900, 800, 700, 600, 500, 400, 300, 200, 100, 0};
        NoiseTable table = NoiseTable.at(linear(prediction, 1000), leading, 0);

        assertThat(DummyRun.sum(DummyRun.run(new Euler(table), DummyRun.ramp())))
                .isCloseTo(sum, within(1e-2));
    }

    /**
     * test_scheduler_ddim.py, full_loop_with_no_set_alpha_to_one: betas from 0.01, the end at the
     * first trained level.
     */
    @Test
    void ddimThatEndsAtTheFirstLevel() {
        TrainedNoise steep =
                new TrainedNoise(
                        0.01, 0.02, TrainedNoise.Curve.LINEAR, TrainedNoise.Spacing.LEADING);
        SchedulerSettings run = new SchedulerSettings(10, Prediction.EPSILON, 1000, steep, 1);
        double[] leading = {900, 800, 700, 600, 500, 400, 300, 200, 100, 0};
        NoiseTable table = NoiseTable.at(run, leading, TrainedLevels.of(run).sigma(0));

        assertThat(DummyRun.sum(DummyRun.run(new Euler(table), DummyRun.ramp())))
                .isCloseTo(149.0784, within(1e-2));
    }

    /**
     * test_scheduler_dpm_multi.py, full_loop_no_noise and full_loop_with_v_prediction, which end at
     * the first trained level.
     */
    @ParameterizedTest
    @CsvSource({"EPSILON, 0.3301", "V, 0.2251"})
    void dpmSolver2M(Prediction prediction, double mean) {
        SchedulerSettings run = linear(prediction, 1000);
        double last = TrainedLevels.of(run).sigma(0);
        NoiseTable table = NoiseTable.at(run, DummyRun.everyTenth(1000), last);

        assertThat(DummyRun.mean(DummyRun.run(new DpmSolver2M(table), DummyRun.ramp())))
                .isCloseTo(mean, within(1e-3));
    }

    /**
     * test_scheduler_unipc.py, full_loop_no_noise and full_loop_with_v_prediction, which end at the
     * first trained level.
     */
    @ParameterizedTest
    @CsvSource({"EPSILON, 0.2464", "V, 0.1014"})
    void uniPc(Prediction prediction, double mean) {
        SchedulerSettings run = linear(prediction, 1000);
        double last = TrainedLevels.of(run).sigma(0);
        NoiseTable table = NoiseTable.at(run, DummyRun.everyTenth(1000), last);

        assertThat(DummyRun.mean(DummyRun.run(new UniPc(table), DummyRun.ramp())))
                .isCloseTo(mean, within(1e-3));
    }

    /**
     * test_scheduler_ddim.py, variance: what fresh noise an ancestral step adds, for steps between
     * two timesteps. Whole runs of "Euler a" are published with torch's own noise only, which is
     * another generator.
     */
    @ParameterizedTest
    @CsvSource({"420, 400, 0.14771", "980, 960, 0.32460", "487, 486, 0.00979", "999, 998, 0.02"})
    void varianceOfAnAncestralStep(double from, double to, double variance) {
        NoiseTable table =
                NoiseTable.at(linear(Prediction.EPSILON, 1000), new double[] {from, to}, 0);
        ArrayTensor clean = DummyRun.ramp();
        ArrayTensor latents = noisy(clean, table);
        float[] before = latents.values().clone();

        new EulerAncestral(table)
                .step(DummyRun.tools(7), latents, noNoise(before, clean, table), 0);

        // The network says what leads to the clean picture, so all the rest is fresh noise.
        double q = Math.pow(table.remaining(0), 2);
        double kept = table.signal(1) / table.signal(0) * q;
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double expected = kept * before[i] + table.signal(1) * (1 - q) * clean.values()[i];
            sum += Math.pow(latents.values()[i] - expected, 2);
        }
        assertThat(sum / before.length).isCloseTo(variance, within(variance * 0.15));
        assertThat(Math.pow(table.noise(1), 2) * (1 - q)).isCloseTo(variance, within(1e-5));
    }

    private static ArrayTensor noisy(ArrayTensor clean, NoiseTable table) {
        ArrayTensor latents = ArrayTensor.of(clean.shape());
        DummyRun.OPS.normalNoise(latents, 99, 0);
        float[] weights = {(float) table.noise(0), (float) table.signal(0)};
        DummyRun.OPS.combine(latents, weights, latents, clean);
        return latents;
    }

    private static GuidedPrediction noNoise(float[] latents, ArrayTensor clean, NoiseTable table) {
        ArrayTensor noise = ArrayTensor.of(clean.shape());
        for (int i = 0; i < latents.length; i++) {
            noise.values()[i] =
                    (float) ((latents[i] - table.signal(0) * clean.values()[i]) / table.noise(0));
        }
        return new GuidedPrediction(noise, 1);
    }

    private static SchedulerSettings linear(Prediction prediction, int trained) {
        return new SchedulerSettings(10, prediction, trained, DummyRun.LINEAR, 1);
    }

    /** In units of noise / signal, as the published loop keeps its latents. */
    private static ArrayTensor scaledLoop(Scheduler scheduler) {
        ArrayTensor latents = DummyRun.ramp();
        scale(latents, sigma(scheduler, 0));
        StepTools tools = DummyRun.tools(0);
        for (int step = 0; step < scheduler.steps(); step++) {
            double sigma = sigma(scheduler, step);
            scale(latents, 1 / Math.sqrt(sigma * sigma + 1));
            ArrayTensor answer = DummyRun.answer(latents, scheduler.timestep(step));
            scale(latents, scheduler.level(step).signal());
            scheduler.step(tools, latents, new GuidedPrediction(answer, 1), step);
            scale(latents, 1 / scheduler.level(step + 1).signal());
        }
        return latents;
    }

    private static double sigma(Scheduler scheduler, int step) {
        NoiseLevel level = scheduler.level(step);
        return level.noise() / (double) level.signal();
    }

    private static void scale(ArrayTensor tensor, double factor) {
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (tensor.values()[i] * factor);
        }
    }
}
