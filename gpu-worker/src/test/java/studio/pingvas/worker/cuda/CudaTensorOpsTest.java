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

    private FakeDriver.Ended run(Class<?> main, Map<String, String> environment)
            throws IOException, InterruptedException {
        return FakeDriver.get().run(main, environment, folder.resolve("cache").toString());
    }
}
