package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.image.PngEncoder;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.Device;

/** Paints with the demonstration model in every mode. */
final class Paintings implements AutoCloseable {
    static final StepListener NOBODY = (picture, step, preview) -> {};

    private final Device device;
    private final WarmModels models;

    Paintings(Device device) {
        this.device = device;
        this.models = new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics());
    }

    static Painting of(String prompt, int steps, double strength) {
        return new Painting(
                prompt,
                "",
                Demonstration.NATIVE,
                steps,
                3,
                SchedulerKind.FLOW_MATCH_EULER,
                strength);
    }

    DiffusionModel model() throws IOException {
        return models.get(Demonstration.MODEL);
    }

    Bitmap fromText(Painting painting, long seed) throws IOException {
        List<Bitmap> made = new ArrayList<>();
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(model(), painting, List.of(seed), NOBODY, (i, bitmap) -> made.add(bitmap));
        return made.get(0);
    }

    Bitmap over(Bitmap original, Painting painting, long seed, StepListener listener)
            throws IOException {
        List<Bitmap> made = new ArrayList<>();
        new ImageToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        model(),
                        painting,
                        List.of(original),
                        List.of(seed),
                        listener,
                        (i, bitmap) -> made.add(bitmap));
        return made.get(0);
    }

    Bitmap into(Bitmap original, Mask mask, Painting painting, long seed) throws IOException {
        List<Bitmap> made = new ArrayList<>();
        new InpaintPipeline(device, (phase, nanos) -> {})
                .run(
                        model(),
                        painting,
                        List.of(original),
                        List.of(mask),
                        List.of(seed),
                        NOBODY,
                        (i, bitmap) -> made.add(bitmap));
        return made.get(0);
    }

    @Override
    public void close() {
        models.close();
    }

    /** Mean difference of a colour, 0 to 255, over the pixels where the mask is black. */
    static double distance(Bitmap one, Bitmap other, Mask where) {
        long sum = 0;
        int count = 0;
        for (int pixel = 0; pixel < one.width() * one.height(); pixel++) {
            if (where != null && where.values()[pixel] != 0) {
                continue;
            }
            for (int i = 4 * pixel; i < 4 * pixel + 3; i++) {
                sum += Math.abs((one.rgba()[i] & 0xFF) - (other.rgba()[i] & 0xFF));
                count++;
            }
        }
        return sum / (double) count;
    }

    static double distance(Bitmap one, Bitmap other) {
        return distance(one, other, null);
    }

    /** For eyes: what the tests painted lies in target/pictures. */
    static void keep(String name, Bitmap bitmap) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve(name + ".png"), PngEncoder.encode(bitmap, Map.of()));
    }
}
