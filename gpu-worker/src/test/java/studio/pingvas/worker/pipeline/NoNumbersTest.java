package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.ModelCopy;
import studio.pingvas.worker.model.ModelInvalidException;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.torch.ModuleFile;
import studio.pingvas.worker.torch.TorchCpu;

/** Decoders whose weights are numbers and whose pictures are not. */
class NoNumbersTest {
    @TempDir Path root;

    private final TorchCpu device = Demonstration.device();

    @ParameterizedTest
    @ValueSource(strings = {"0 / 0", "1 / 0"})
    void pictureOfNoNumbersIsAFaultOfTheModelAndNotABlackPicture(String division)
            throws IOException {
        useDecoder(
                "(torch.zeros([1, 3, 128, 128]) + %s.) / %s"
                        .formatted(division.charAt(0), division.charAt(4)));

        assertThatThrownBy(this::paint)
                .isInstanceOfSatisfying(
                        ModelInvalidException.class,
                        e -> assertThat(e.code()).isEqualTo("model-invalid"))
                .hasMessageContaining("produces no numbers");
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void pictureOfNumbersIsPainted() throws IOException {
        useDecoder("torch.zeros([1, 3, 128, 128])");

        assertThat(paint().rgba()[0]).isEqualTo((byte) 128);
    }

    private Bitmap paint() throws IOException {
        Bitmap[] painted = new Bitmap[1];
        try (WarmModels models = new WarmModels(root, device, 1, new WorkerMetrics())) {
            new TextToImagePipeline(device, (phase, nanos) -> {})
                    .run(
                            models.get(Demonstration.MODEL),
                            Demonstration.aRequest("a red house", 1),
                            List.of(7L),
                            (picture, step, preview) -> {},
                            (picture, bitmap) -> painted[picture] = bitmap);
        }
        return painted[0];
    }

    private void useDecoder(String expression) throws IOException {
        Path file =
                new ModuleFile("def forward(self, x): return " + expression)
                        .write(root.resolve("decoder.pt"));
        ModelCopy.in(root).replaceFile("vae_decoder.pt", Files.readAllBytes(file));
    }
}
