package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.torch.TorchCpu;

/** Which kernels a worker chose must not be seen in its pictures. */
class SamePictureTest {
    private static final int STEPS = 3;

    @Test
    void eitherKernelsGiveTheSamePicture() throws IOException {
        byte[] fast = paint(NativeKernelsUnderTest.ops());
        byte[] plain = paint(new ReferenceTensorOps());

        assertThat(fast).isEqualTo(plain);
    }

    private static byte[] paint(TensorOps ops) throws IOException {
        Device device = new TorchCpu(NativeKernelsUnderTest.CACHE, 1, ops);
        List<byte[]> pixels = new ArrayList<>();
        try (WarmModels models =
                new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics())) {
            new TextToImagePipeline(device, (phase, nanos) -> {})
                    .run(
                            models.get(Demonstration.MODEL),
                            Demonstration.aRequest("a lighthouse at night", STEPS),
                            List.of(7L),
                            (picture, step, preview) -> pixels.add(preview.get().rgba()),
                            (picture, bitmap) -> pixels.add(bitmap.rgba()));
        }
        assertThat(pixels).hasSize(STEPS + 1);
        byte[] all = new byte[pixels.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : pixels) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
