package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

class TorchCpuTest {
    private static final Path MODEL = Demonstration.MODELS.resolve("tiny");
    private static final int JOBS = 100;

    @TempDir Path folder;

    private final TorchCpu device = Demonstration.device();

    @Test
    void tensorThatNoMemoryHoldsIsALackOfMemoryAndNoFaultOfTheModel() {
        try (TensorScope scope = device.openScope()) {
            Shape terabytes = Shape.of(1 << 22, 1 << 20);

            assertThatThrownBy(() -> scope.floats(terabytes))
                    .isInstanceOf(DeviceMemoryException.class)
                    .hasMessageContaining("out of memory");
        }
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void rowIsAViewOfItsTensor() {
        try (TensorScope scope = device.openScope()) {
            Tensor two = scope.floats(Shape.of(2, 3));
            two.floats().put(new float[] {1, 2, 3, 4, 5, 6});

            Tensor second = scope.row(two, 1);
            second.floats().put(0, 40);

            assertThat(second.shape()).isEqualTo(Shape.of(1, 3));
            assertThat(two.floats().get(3)).isEqualTo(40);
        }
    }

    @Test
    void tensorIsWrittenAndReadInPlace() {
        try (TensorScope scope = device.openScope()) {
            Tensor tensor = scope.floats(Shape.of(2, 3));
            tensor.floats().put(new float[] {1, 2, 3, 4, 5, 6});

            assertThat(tensor.floats().get(4)).isEqualTo(5);
            assertThat(tensor.floats().limit()).isEqualTo(6);
        }
    }

    @Test
    void closedScopeFreesItsTensors() {
        Tensor tensor;
        try (TensorScope scope = device.openScope()) {
            tensor = scope.floats(Shape.of(4));
            assertThat(device.liveTensors()).isEqualTo(1);
        }

        assertThat(device.liveTensors()).isZero();
        assertThatThrownBy(tensor::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void tokenIdsAreNoFloats() {
        try (TensorScope scope = device.openScope()) {
            Tensor ids = scope.longs(Shape.of(1, 2), new long[] {1, 2});

            assertThatThrownBy(ids::floats).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scope.longs(Shape.of(3), new long[2]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** JavaCPP would stop at a multiple of the heap, which holds no weights. */
    @Test
    void heapSizeDoesNotLimitModels() {
        assertThat(Pointer.maxPhysicalBytes()).isZero();
        assertThat(Pointer.maxBytes()).isZero();
    }

    @Test
    void halfPrecisionNetworkAnswersInFloats() {
        try (Network encoder = device.load(MODEL.resolve("text_encoder.pt"));
                TensorScope scope = device.openScope()) {
            Tensor ids = scope.longs(Shape.of(2, 32), new long[64]);

            Tensor output = encoder.forward(scope, ids);

            assertThat(output.shape()).isEqualTo(Shape.of(2, 32, 192));
            assertThat(output.floats().get(0)).isFinite();
        }
    }

    @Test
    void inputThatDoesNotFitIsExplainedInOneLine() {
        try (Network decoder = device.load(MODEL.resolve("vae_decoder.pt"));
                TensorScope scope = device.openScope()) {
            Tensor wrong = scope.floats(Shape.of(1, 3, 16, 16));

            assertThatThrownBy(() -> decoder.forward(scope, wrong))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("must match the size of tensor b (8)")
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> decoder.forward(scope))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("missing value");
        }
    }

    @Test
    void wholeNumbersInAModuleOfHalfPrecisionStayWhole() {
        Path file =
                new ModuleFile("def forward(self, x): return self.table[self.positions] + x\n")
                        .parameter("table", 3, 1)
                        .countingBuffer("positions", 3)
                        .halfPrecision()
                        .write(folder.resolve("positions.pt"));

        try (Network network = device.load(file);
                TensorScope scope = device.openScope()) {
            Tensor output = network.forward(scope, scope.floats(Shape.of(3, 1), new float[3]));

            assertThat(output.shape()).isEqualTo(Shape.of(3, 1));
        }
    }

    @Test
    void fileThatHoldsNoNetworkIsExplained() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.pt"), "no network");
        byte[] bytes = Files.readAllBytes(MODEL.resolve("vae_decoder.pt"));
        Path half = folder.resolve("half.pt");
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

        for (Path file : List.of(garbage, half, folder.resolve("missing.pt"))) {
            assertThatThrownBy(() -> device.load(file))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining(file.getFileName() + " cannot be loaded")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void manyJobsLeaveNothingBehind() throws IOException {
        try (WarmModels models =
                new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics())) {
            DiffusionModel model = models.get(Demonstration.MODEL);
            paint(model);
            long objects = Pointer.totalCount();
            long bytes = Pointer.totalBytes();
            for (int job = 0; job < JOBS; job++) {
                paint(model);
            }

            assertThat(device.liveTensors()).isZero();
            // Fewer where the collector met what an earlier test had left to it.
            assertThat(Pointer.totalCount()).isLessThanOrEqualTo(objects);
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
        }
    }

    private void paint(DiffusionModel model) throws IOException {
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        model,
                        Demonstration.aRequest("a castle", 1),
                        List.of(1L),
                        (picture, step, preview) -> preview.get(),
                        (picture, bitmap) -> assertThat(bitmap.width()).isEqualTo(128));
    }
}
