package studio.pingvas.worker.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.platform.benchmark.Machine;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.kernels.CpuTensorOps;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.DelegatingDevice;
import studio.pingvas.worker.tensor.DelegatingNetwork;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;
import studio.pingvas.worker.weights.LoraFolder;

/**
 * Part of {@code ./studio bench engine}: whole jobs of one 128x128 picture on a processor, how much
 * of them the networks are, and the same networks in Python torch in turns with ours. One thread,
 * processor time of that thread; a job is everything from the request to the files in the store.
 */
class EngineBenchmark {
    private static final int JOBS = 20;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 3;
    private static final int STEPS = 20;
    private static final int DEFAULT_STEPS = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path NATIVE_CACHE =
            Path.of(System.getProperty("studio.test.native.cache"));

    @TempDir Path folder;

    private final WorkerMetrics metrics = new WorkerMetrics();
    private final TimedDevice device =
            new TimedDevice(new TorchCpu(NATIVE_CACHE, 1, CpuTensorOps.best(NATIVE_CACHE)));

    @Test
    void measure() throws Exception {
        System.out.printf(
                "%s; kernels %s, one thread, demonstration model, median of %d jobs%n%n",
                Machine.describe(), device.ops().name(), JOBS);
        System.out.println(
                "| job | wall ms | CPU ms | CPU ms in networks | outside of them |\n"
                        + "|---|---|---|---|---|");
        try (WarmModels models = new WarmModels(Demonstration.MODELS, device, 1, metrics)) {
            ImageJobs jobs = jobs(models);
            measure(jobs, "128x128, 20 steps", 128, STEPS);
            measure(jobs, "128x128, 16 steps, as they come", 128, DEFAULT_STEPS);
            measure(jobs, "512x512, 16 steps, enlarged x4", 512, DEFAULT_STEPS);
        }
        System.out.println("\nThe loop alone, in turns, 20 steps:\n");
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println(ours());
            System.out.println(python());
        }
    }

    private void measure(ImageJobs jobs, String what, int side, int steps) throws IOException {
        double[] wall = new double[JOBS];
        double[] cpu = new double[JOBS];
        double[] networks = new double[JOBS];
        double[] outside = new double[JOBS];
        for (int job = -WARM_UP; job < JOBS; job++) {
            device.nanos = 0;
            long startWall = System.nanoTime();
            long start = THREADS.getCurrentThreadCpuTime();
            jobs.run(
                    Jobs.aJob().sized(side).inSteps(steps).seeded(job + WARM_UP).build(),
                    new Attempt(1, 1),
                    report -> {});
            if (job >= 0) {
                cpu[job] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
                wall[job] = (System.nanoTime() - startWall) / 1e6;
                networks[job] = device.nanos / 1e6;
                outside[job] = 100 * (1 - networks[job] / cpu[job]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.1f %% |%n",
                what,
                median(wall),
                median(cpu),
                median(networks),
                median(outside));
    }

    private ImageJobs jobs(WarmModels models) {
        return new ImageJobs(
                new Engines(
                        new Engine(device, models, new LoraFolder(Demonstration.MODELS), metrics),
                        null),
                new PictureStore(new FileObjectStore(folder)),
                new RecipeWriter("Pingvas Studio benchmark", 1),
                new JobSettings(Duration.ofSeconds(120), Duration.ZERO),
                new Cancellations(),
                metrics);
    }

    private static String ours() throws IOException, InterruptedException {
        return output(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "studio.pingvas.worker.torch.PictureSpeed",
                        "cpu",
                        NATIVE_CACHE.toString(),
                        Demonstration.MODELS.resolve(Demonstration.MODEL).toString(),
                        Integer.toString(STEPS),
                        Integer.toString(JOBS)));
    }

    private static String python() throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        List<String> command = new ArrayList<>(List.of(python, "-c", "import torch"));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            return "Python has no torch here (PYTHON names another): nothing to compare with.";
        }
        return output(
                List.of(
                        python,
                        Path.of("src/test/python/picture_speed.py").toString(),
                        "cpu",
                        Demonstration.MODELS.resolve(Demonstration.MODEL).toString(),
                        Integer.toString(STEPS),
                        Integer.toString(JOBS)));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String last = "";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue());
        }
        return last;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Adds up the processor time that networks take. */
    private static final class TimedDevice extends DelegatingDevice {
        private long nanos;

        TimedDevice(Device device) {
            super(device);
        }

        @Override
        public Network load(Path file) {
            return new DelegatingNetwork(super.load(file)) {
                @Override
                public List<Tensor> forwardAll(TensorScope scope, int count, Tensor... inputs) {
                    long start = THREADS.getCurrentThreadCpuTime();
                    try {
                        return super.forwardAll(scope, count, inputs);
                    } finally {
                        nanos += THREADS.getCurrentThreadCpuTime() - start;
                    }
                }
            };
        }
    }
}
