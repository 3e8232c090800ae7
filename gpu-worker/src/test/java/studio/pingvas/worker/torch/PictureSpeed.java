package studio.pingvas.worker.torch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.cuda.DriverProbe;
import studio.pingvas.worker.kernels.CpuTensorOps;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Prints how long a picture of the demonstration model takes, and how long its networks alone. Its
 * twin is {@code picture_speed.py}.
 */
final class PictureSpeed {
    private static final int WARM_UP = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double GUIDANCE = 3;

    private final Device device;
    private final Path folder;
    private final int steps;
    private final int pictures;

    private PictureSpeed(Device device, Path folder, int steps, int pictures) {
        this.device = device;
        this.folder = folder.toAbsolutePath();
        this.steps = steps;
        this.pictures = pictures;
    }

    /**
     * @param arguments cpu or cuda, folder for natives, folder of the model, steps, pictures
     */
    public static void main(String[] arguments) throws IOException {
        Device device = device(arguments[0], Path.of(arguments[1]));
        new PictureSpeed(
                        device,
                        Path.of(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]))
                .measure();
    }

    private static Device device(String name, Path cache) {
        if (name.equals(DeviceChoice.CPU)) {
            return new TorchCpu(cache, 1, CpuTensorOps.best(cache));
        }
        System.out.println(new TorchProbe(new DriverProbe(cache), cache).look().explanation());
        return new TorchCuda(cache, 1);
    }

    private void measure() throws IOException {
        try (WarmModels models =
                        new WarmModels(folder.getParent(), device, 1, new WorkerMetrics());
                Network encoder = device.load(folder.resolve("text_encoder.pt"));
                Network denoiser = device.load(folder.resolve(ModelManifest.DENOISER));
                Network decoder = device.load(folder.resolve(ModelManifest.VAE_DECODER))) {
            DiffusionModel model = models.get(folder.getFileName().toString());
            Medians whole = medians(() -> paint(model));
            Medians networks = medians(() -> forward(model.manifest(), encoder, denoiser, decoder));
            System.out.printf(
                    Locale.ROOT,
                    "Ours on %s: %d steps, median %.1f ms a picture, CPU %.1f ms; networks alone"
                            + " %.1f ms, CPU %.1f ms%n",
                    device.name(),
                    steps,
                    whole.wall(),
                    whole.cpu(),
                    networks.wall(),
                    networks.cpu());
        }
    }

    private void paint(DiffusionModel model) throws IOException {
        ModelManifest.PictureSize size = model.manifest().sizes().get(0);
        Painting painting =
                new Painting("", "", size, steps, GUIDANCE, SchedulerKind.FLOW_MATCH_EULER, 1);
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        model,
                        painting,
                        List.of(1L),
                        (picture, step, preview) -> {},
                        (picture, bitmap) -> {});
    }

    /** The same calls of the same networks, and nothing between them. */
    private void forward(
            ModelManifest manifest, Network encoder, Network denoiser, Network decoder) {
        int length = manifest.textEncoders().get(0).length();
        ModelManifest.Latent latent = manifest.latent();
        Shape latents =
                Shape.of(
                        1,
                        latent.channels(),
                        manifest.nativeSize().height() / latent.downsample(),
                        manifest.nativeSize().width() / latent.downsample());
        try (TensorScope scope = device.openScope()) {
            long[] ids = new long[2 * length];
            Tensor conditioning = encoder.forward(scope, scope.longs(Shape.of(2, length), ids));
            Tensor x = scope.floats(latents.withBatch(2), new float[2 * latents.elements()]);
            Tensor at = scope.floats(Shape.of(2), new float[] {500, 500});
            for (int step = 0; step < steps; step++) {
                try (TensorScope inner = device.openScope()) {
                    denoiser.forward(inner, x, at, conditioning);
                }
            }
            decoder.forward(scope, scope.row(x, 0)).toArray();
        }
    }

    private Medians medians(Action action) throws IOException {
        double[] wall = new double[pictures];
        double[] cpu = new double[pictures];
        for (int picture = -WARM_UP; picture < pictures; picture++) {
            long start = System.nanoTime();
            long startCpu = THREADS.getCurrentThreadCpuTime();
            action.run();
            if (picture >= 0) {
                cpu[picture] = (THREADS.getCurrentThreadCpuTime() - startCpu) / 1e6;
                wall[picture] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Medians(wall[pictures / 2], cpu[pictures / 2]);
    }

    /** Milliseconds, by the wall and by the processor. */
    private record Medians(double wall, double cpu) {}

    private interface Action {
        void run() throws IOException;
    }
}
