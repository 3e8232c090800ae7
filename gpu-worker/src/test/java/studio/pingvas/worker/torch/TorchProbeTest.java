package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.cuda.FakeDriver;
import studio.pingvas.worker.life.CudaProbe.Finding;

class TorchProbeTest {
    /** A driver and a GPU, but neither cuDNN nor a libtorch for GPUs in this build. */
    @Test
    void withoutLibrariesTheProcessorWorks() throws IOException, InterruptedException {
        String cache = System.getProperty("studio.test.native.cache");

        FakeDriver.Ended ended = FakeDriver.get().run(ProbeThenProcessor.class, Map.of(), cache);

        assertThat(ended.output()).startsWith("CUDA libraries missing: ").contains("filled 2.0");
        assertThat(ended.status()).isZero();
    }

    @Test
    void driversAnswerIsEnoughWhereThereIsNoGpu() {
        Finding nothing = Finding.missing(Finding.NO_DRIVER);

        assertThat(new TorchProbe(() -> nothing, null).look()).isEqualTo(nothing);
    }
}
