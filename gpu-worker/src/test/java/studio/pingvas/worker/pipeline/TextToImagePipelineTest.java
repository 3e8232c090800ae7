package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PngEncoder;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.torch.TorchCpu;

class TextToImagePipelineTest {
    private static final String PROMPT = "a red house by the sea at night";
    private static final int STEPS = 6;
    private static final StepListener NOBODY = (picture, step, preview) -> {};

    private static TorchCpu device;
    private static WarmModels models;
    private static DiffusionModel model;

    @BeforeAll
    static void loadModel() throws IOException {
        device = Demonstration.device();
        models = new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics());
        model = models.get(Demonstration.MODEL);
    }

    @AfterAll
    static void freeModel() {
        models.close();
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] first = paint(Demonstration.aRequest(PROMPT, STEPS), 7);
        byte[] again = paint(Demonstration.aRequest(PROMPT, STEPS), 7);
        byte[] other = paint(Demonstration.aRequest(PROMPT, STEPS), 8);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void eachPictureOfFourEqualsTheOneAskedForAlone() throws IOException {
        Painting request = Demonstration.aRequest(PROMPT, STEPS);
        List<byte[]> together = paintAll(request, List.of(40L, 41L, 42L, 43L));

        for (int i = 0; i < 4; i++) {
            assertThat(together.get(i)).isEqualTo(paint(request, 40 + i));
        }
    }

    @Test
    void promptNegativePromptAndGuidanceEachChangeThePicture() throws IOException {
        byte[] plain = paint(Demonstration.aRequest(PROMPT, STEPS), 7);

        assertThat(paint(Demonstration.aRequest("a volcano erupting at night", STEPS), 7))
                .isNotEqualTo(plain);
        assertThat(paint(request("snow", 3, Demonstration.NATIVE), 7)).isNotEqualTo(plain);
        assertThat(paint(request("", 1, Demonstration.NATIVE), 7)).isNotEqualTo(plain);
    }

    @Test
    void negativePromptDoesNothingWithoutGuidance() throws IOException {
        byte[] plain = paint(request("", 1, Demonstration.NATIVE), 7);

        assertThat(paint(request("snow", 1, Demonstration.NATIVE), 7)).isEqualTo(plain);
    }

    @Test
    void largerSizesAreEnlargedAfterDecoding() throws IOException {
        List<Bitmap> pictures = new ArrayList<>();
        run(request("", 3, new PictureSize(512, 512, 4)), List.of(7L), NOBODY, pictures);

        assertThat(pictures).hasSize(1);
        assertThat(pictures.get(0).width()).isEqualTo(512);
        assertThat(pictures.get(0).height()).isEqualTo(512);
        keep("enlarged-512", pictures.get(0));
    }

    @Test
    void previewsAreGivenAtEachStepAndTheLastLooksLikeThePicture() throws IOException {
        List<String> steps = new ArrayList<>();
        List<Bitmap> previews = new ArrayList<>();
        List<Bitmap> pictures = new ArrayList<>();
        StepListener listener =
                (picture, step, preview) -> {
                    steps.add(picture + "/" + step);
                    previews.add(preview.get());
                };
        run(Demonstration.aRequest(PROMPT, STEPS), List.of(7L, 8L), listener, pictures);

        assertThat(steps).hasSize(2 * STEPS).startsWith("0/1", "0/2").endsWith("1/5", "1/6");
        Bitmap last = previews.get(STEPS - 1);
        assertThat(last.width()).isEqualTo(64);
        assertThat(meanDistance(doubled(last), pictures.get(0)))
                .isLessThan(meanDistance(doubled(previews.get(0)), pictures.get(0)))
                .isLessThan(20);
        keep("preview-first", previews.get(0));
        keep("preview-last", last);
        keep("picture", pictures.get(0));
    }

    @Test
    void listenerThatThrowsEndsTheRunWithinThatStep() {
        List<Integer> seen = new ArrayList<>();
        StepListener stopsAtTwo =
                (picture, step, preview) -> {
                    seen.add(step);
                    if (step == 2) {
                        throw new IllegalStateException("enough");
                    }
                };

        assertThatThrownBy(
                        () ->
                                run(
                                        Demonstration.aRequest(PROMPT, STEPS),
                                        List.of(7L),
                                        stopsAtTwo,
                                        new ArrayList<>()))
                .hasMessage("enough");
        assertThat(seen).containsExactly(1, 2);
        assertThat(device.liveTensors()).isZero();
    }

    private static Painting request(String negative, double guidance, PictureSize size) {
        return new Painting(
                PROMPT, negative, size, STEPS, guidance, SchedulerKind.FLOW_MATCH_EULER, 1);
    }

    private static byte[] paint(Painting request, long seed) throws IOException {
        return paintAll(request, List.of(seed)).get(0);
    }

    private static List<byte[]> paintAll(Painting request, List<Long> seeds) throws IOException {
        List<Bitmap> pictures = new ArrayList<>();
        run(request, seeds, NOBODY, pictures);
        return pictures.stream().map(Bitmap::rgba).toList();
    }

    private static void run(
            Painting request, List<Long> seeds, StepListener listener, List<Bitmap> pictures)
            throws IOException {
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        model,
                        request,
                        seeds,
                        listener,
                        (picture, bitmap) -> {
                            assertThat(picture).isEqualTo(pictures.size());
                            pictures.add(bitmap);
                        });
    }

    private static Bitmap doubled(Bitmap small) {
        int width = small.width() * 2;
        byte[] rgba = new byte[small.rgba().length * 4];
        for (int pixel = 0; pixel < rgba.length / 4; pixel++) {
            int from = pixel / width / 2 * small.width() + pixel % width / 2;
            System.arraycopy(small.rgba(), from * 4, rgba, pixel * 4, 4);
        }
        return new Bitmap(width, small.height() * 2, rgba);
    }

    private static double meanDistance(Bitmap one, Bitmap other) {
        long sum = 0;
        for (int i = 0; i < one.rgba().length; i++) {
            sum += Math.abs((one.rgba()[i] & 0xFF) - (other.rgba()[i] & 0xFF));
        }
        return sum / (one.rgba().length * 0.75);
    }

    /** For eyes: what the tests painted lies in target/pictures. */
    private static void keep(String name, Bitmap bitmap) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve(name + ".png"), PngEncoder.encode(bitmap, Map.of()));
    }
}
