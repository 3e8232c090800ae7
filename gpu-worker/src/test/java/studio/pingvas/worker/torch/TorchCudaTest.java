package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.cuda.DriverProbe;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.life.CudaProbe;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.HundredJobs;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.DeviceTensor;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Needs a GPU and a build with -Pgpu, and to be the first in its process that uses libtorch. */
@Tag("gpu")
class TorchCudaTest {
    private static final Path CACHE = Path.of(System.getProperty("studio.test.native.cache"));
    private static final int STEPS = 8;
    private static final double MOST_DIFFERENCE = 8;
    private static final long SLACK_BYTES = 32 << 20;

    private static TorchCuda device;

    @BeforeEach
    void open() {
        if (device != null) {
            return;
        }
        CudaProbe.Finding found = new TorchProbe(new DriverProbe(CACHE), CACHE).look();
        Assumptions.assumeTrue(found.usable(), found.explanation());
        device = new TorchCuda(CACHE, 1);
    }

    @AfterAll
    static void close() {
        if (device != null) {
            device.close();
        }
    }

    @Test
    void numbersGoToTheGpuAndBack() {
        try (TensorScope scope = device.openScope()) {
            float[] numbers = {1, 2, 3, 4, 5, 6};
            Tensor tensor = scope.floats(Shape.of(2, 3), numbers);

            assertThat(tensor.toArray()).containsExactly(numbers);
            assertThat(scope.row(tensor, 1).toArray()).containsExactly(4, 5, 6);
            assertThat(((DeviceTensor) tensor).address()).isNotZero();
            assertThatThrownBy(tensor::floats).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Networks compute in half precision here, so the bits differ; the picture must not. */
    @Test
    void sameSeedGivesTheSamePictureAsOnTheProcessor() throws IOException {
        Bitmap onGpu = paint(device);
        Bitmap onProcessor = paint(Demonstration.device());

        double difference = 0;
        for (int i = 0; i < onGpu.rgba().length; i++) {
            difference += Math.abs((onGpu.rgba()[i] & 0xFF) - (onProcessor.rgba()[i] & 0xFF));
        }
        assertThat(difference / onGpu.rgba().length).isLessThan(MOST_DIFFERENCE);
    }

    @Test
    void sameSeedGivesTheSameBytesAgain() throws IOException {
        assertThat(paint(device).rgba()).isEqualTo(paint(device).rgba());
    }

    @Test
    void jobsLeaveNoDeviceMemoryBehind() throws IOException {
        List<Long> free = new ArrayList<>();
        new HundredJobs(device)
                .run(
                        () -> {
                            device.releaseUnusedMemory();
                            free.add(device.memoryUse().freeBytes());
                        });
        device.releaseUnusedMemory();

        assertThat(device.memoryUse().freeBytes()).isGreaterThan(free.get(0) - SLACK_BYTES);
    }

    @Test
    void lackOfMemoryLeavesTheDeviceUsable() throws IOException {
        MemoryUse before = device.memoryUse();
        try (TensorScope scope = device.openScope()) {
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    scope.floats(Shape.of(1 << 29));
                                }
                            })
                    .isInstanceOf(DeviceMemoryException.class);
        }
        device.releaseUnusedMemory();

        assertThat(device.memoryUse().liveTensors()).isEqualTo(before.liveTensors());
        assertThat(paint(device).width()).isEqualTo(Demonstration.NATIVE.width());
    }

    private static Bitmap paint(Device device) throws IOException {
        List<Bitmap> painted = new ArrayList<>();
        try (WarmModels models =
                new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics())) {
            new TextToImagePipeline(device, (phase, nanos) -> {})
                    .run(
                            models.get(Demonstration.MODEL),
                            Demonstration.aRequest("a castle", STEPS),
                            List.of(7L),
                            (picture, step, preview) -> preview.get(),
                            (picture, bitmap) -> painted.add(bitmap));
        }
        return painted.get(0);
    }
}
