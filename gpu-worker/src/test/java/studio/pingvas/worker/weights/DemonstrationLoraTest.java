package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.torch.TorchCpu;

/** A LoRA in the demonstration model, from file to picture. */
class DemonstrationLoraTest {
    @TempDir Path root;

    private final TorchCpu device = Demonstration.device();
    private final WarmModels models =
            new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics());
    private DiffusionModel model;

    @BeforeEach
    void loadModel() throws IOException {
        model = models.get(Demonstration.MODEL);
    }

    @AfterEach
    void freeModels() {
        models.close();
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void pictureIsAnotherWhileTheLoraIsMergedAndTheSameAfterwards() throws IOException {
        everyLayer("lora_unet_").install(root, "style");
        byte[] before = picture();
        try (MergedLoras merged = open(new LoraUse("style", 1))) {
            assertThat(merged).isNotNull();
            assertThat(picture()).isNotEqualTo(before);
        }

        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void loraOfTheTextEncoderAloneChangesThePicture() throws IOException {
        new SafetensorsWriter()
                .kohya("lora_te_blocks_0_attn_to_v", 4, 4, Shape.of(192, 192))
                .install(root, "words");
        byte[] before = picture();
        try (MergedLoras merged = open(new LoraUse("words", 1))) {
            assertThat(merged).isNotNull();
            assertThat(picture()).isNotEqualTo(before);
        }

        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void loraOfStableDiffusionDoesNotFit() throws IOException {
        new SafetensorsWriter()
                .kohya(
                        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q",
                        4,
                        4,
                        Shape.of(320, 320))
                .metadata("ss_base_model_version", "sd_v1")
                .install(root, "other");

        assertThatThrownBy(() -> open(new LoraUse("other", 1)))
                .isInstanceOf(LoraNotCompatibleException.class)
                .hasMessageContaining("\"tiny\"")
                .hasMessageContaining("It was made for sd_v1.");
    }

    @Test
    void manyJobsWithLorasLeaveNoTensorBehind() throws IOException {
        everyLayer("lora_unet_").install(root, "style");
        for (int job = 0; job < 20; job++) {
            open(new LoraUse("style", 1), new LoraUse("style", -0.5)).close();
            assertThat(device.memoryUse().liveBytes()).isZero();
        }
    }

    private SafetensorsWriter everyLayer(String prefix) {
        SafetensorsWriter writer = new SafetensorsWriter();
        Map<String, Shape> layers =
                model.loraTargets().denoiser().parameters().entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith(".weight"))
                        .filter(entry -> entry.getValue().rank() >= 2)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        layers.forEach(
                (name, shape) ->
                        writer.kohya(
                                prefix + name.replace(".weight", "").replace('.', '_'),
                                4,
                                1,
                                shape));
        return writer;
    }

    private MergedLoras open(LoraUse... uses) throws IOException {
        return MergedLoras.open(model.loraTargets(), new LoraFolder(root), List.of(uses));
    }

    private byte[] picture() throws IOException {
        byte[][] pixels = new byte[1][];
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        model,
                        Demonstration.aRequest("a castle", 1),
                        List.of(1L),
                        (picture, step, preview) -> {},
                        (picture, bitmap) -> pixels[0] = bitmap.rgba());
        return pixels[0];
    }
}
