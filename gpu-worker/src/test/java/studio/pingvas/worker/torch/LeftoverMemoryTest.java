package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.pipeline.HundredJobs;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.TensorScope;

class LeftoverMemoryTest {
    private final TorchCpu device = Demonstration.device();

    @Test
    void jobsLeaveNothingBehindHoweverTheyEnd() throws IOException {
        long[] before = new long[2];
        new HundredJobs(device)
                .run(
                        () -> {
                            before[0] = Pointer.totalCount();
                            before[1] = Pointer.totalBytes();
                        });

        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before[0]);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before[1]);
    }

    @Test
    void deviceKnowsWhatItsScopesHold() {
        try (TensorScope scope = device.openScope()) {
            scope.row(scope.floats(Shape.of(2, 100)), 1);
            scope.longs(Shape.of(10), new long[10]);

            MemoryUse use = device.memoryUse();

            assertThat(use.liveTensors()).isEqualTo(3);
            assertThat(use.liveBytes()).isEqualTo(200 * 4 + 10 * 8);
            assertThat(use.freeBytes()).isBetween(1L, use.totalBytes());
        }
        assertThat(device.memoryUse().liveBytes()).isZero();
        assertThat(device.memoryUse().peakBytes()).isEqualTo(200 * 4 + 10 * 8);
    }

    @Test
    void numbersGoToTheDeviceAndBack() {
        try (TensorScope scope = device.openScope()) {
            float[] numbers = {1, 2, 3, 4, 5, 6};

            assertThat(scope.floats(Shape.of(2, 3), numbers).toArray()).containsExactly(numbers);
        }
    }
}
