package studio.pingvas.worker.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.tensor.OperationCase;

/** The path to the driver and the kernels' code for GPUs, all but NVIDIA's part of it. */
class CudaTensorOpsTest {
    @TempDir Path folder;

    @Test
    void everyOperationGivesTheBitsOfPlainJava() throws IOException, InterruptedException {
        List<String> lines = run(OperationsRun.class, Map.of()).output().lines().toList();

        assertThat(lines)
                .containsExactlyElementsOf(
                        Stream.concat(
                                        OperationCase.all().stream().map(each -> "same " + each),
                                        Stream.of("left behind 0"))
                                .toList());
    }

    @Test
    void lackOfMemoryIsToldApartAndLeavesNothingBroken() throws Exception {
        // Two tensors and the table of the resampling that came no further.
        assertThat(faults("memory", Map.of("FAKE_MEMORY", "210000")))
                .containsExactly(
                        "DeviceMemoryException: cuMemAlloc: out of memory",
                        "DeviceMemoryException: cuMemAlloc: out of memory",
                        "done",
                        "blocks 3");
    }

    @Test
    void gpuThatFailsOnceIsLost() throws Exception {
        assertThat(faults("fill", Map.of("FAKE_LAUNCH_FAILS", "2")))
                .containsExactly(
                        "done",
                        "DeviceLostException: kernel fill: CUDA_ERROR_ILLEGAL_ADDRESS",
                        "DeviceLostException: kernel fill: CUDA_ERROR_ILLEGAL_ADDRESS");
    }

    @Test
    void everyThreadWorksInTheContext() throws Exception {
        assertThat(faults("threads", Map.of())).containsExactly("done", "done");
    }

    @Test
    void fewTablesAreKeptAndCanBeReleased() throws Exception {
        assertThat(faults("tables", Map.of())).containsExactly("blocks 16", "blocks 0", "done");
    }

    /** It measures nothing here; it must only be right when there is a GPU. */
    @Test
    void bandwidthOfEveryOperationCanBeMeasured() throws Exception {
        String cache = folder.resolve("cache").toString();
        String stream = Long.toString(FakeDriver.STREAM);

        FakeDriver.Ended ended =
                FakeDriver.get()
                        .run(KernelBandwidth.class, Map.of(), cache, stream, "1", "16", "32");

        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output().lines()).hasSize(3 + 2 * 15);
    }

    private List<String> faults(String scenario, Map<String, String> environment)
            throws IOException, InterruptedException {
        String cache = folder.resolve("cache").toString();
        FakeDriver.Ended ended =
                FakeDriver.get().run(FaultsRun.class, environment, cache, scenario);
        // The driver does not let go of a context that is lost, and nobody needs it to.
        return ended.output().lines().filter(line -> !line.startsWith("Exception")).toList();
    }

    private FakeDriver.Ended run(Class<?> main, Map<String, String> environment)
            throws IOException, InterruptedException {
        return FakeDriver.get().run(main, environment, folder.resolve("cache").toString());
    }
}
