package studio.pingvas.worker.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.life.CudaProbe.Finding;

class DriverProbeTest {
    @TempDir Path folder;

    @Test
    void testsHaveTheNativeHalfOfTheVersionInUse() {
        assertThat(NativeLibrary.isInThisBuild()).isTrue();
    }

    @Test
    void withoutDriverThereIsNoDriver() throws IOException, InterruptedException {
        Assumptions.assumeFalse(
                Files.exists(Path.of("/proc/driver/nvidia/version")), "this machine has a driver");

        FakeDriver.Ended ended =
                FakeDriver.run(FakeDriver.java(ProbeRun.class, folder.resolve("cache").toString()));

        assertThat(ended.output()).isEqualTo(twice(Finding.missing("no driver")));
        assertThat(ended.status()).isZero();
    }

    @Test
    void gpuIsNamed() throws IOException, InterruptedException {
        assertThat(findings(Map.of()))
                .isEqualTo(twice(Finding.gpu("Fake GPU (compute capability 9.0)", 1L << 30)));
    }

    @Test
    void unpackedLibraryIsNotLeftBehind() throws IOException, InterruptedException {
        findings(Map.of());

        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void driverWithoutGpuIsToldApart() throws IOException, InterruptedException {
        assertThat(findings(Map.of("FAKE_DEVICES", "0")))
                .isEqualTo(twice(Finding.missing("no device")));
    }

    /** As after an update of the driver without a restart of the machine. */
    @Test
    void brokenDriverIsTold() throws IOException, InterruptedException {
        assertThat(findings(Map.of("FAKE_INIT", "803")))
                .contains("no driver that works: cuInit: CUDA_ERROR_SYSTEM_DRIVER_MISMATCH");
        assertThat(findings(Map.of("FAKE_INIT", "999")))
                .contains("no driver that works: cuInit: CUDA_ERROR_UNKNOWN");
    }

    @Test
    void oldDriverIsNotUsed() throws IOException, InterruptedException {
        assertThat(findings(Map.of("FAKE_CUDA", "12040")))
                .contains("no driver for CUDA 13.0: this one is for CUDA 12.4");
    }

    @Test
    void oldGpuIsNotUsed() throws IOException, InterruptedException {
        assertThat(findings(Map.of("FAKE_CAPABILITY", "61")))
                .contains("no device with compute capability 7.5")
                .contains("Fake GPU (compute capability 6.1)");
    }

    private String findings(Map<String, String> environment)
            throws IOException, InterruptedException {
        FakeDriver.Ended ended =
                FakeDriver.get()
                        .run(ProbeRun.class, environment, folder.resolve("cache").toString());
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output();
    }

    private static String twice(Finding finding) {
        return finding + "\n" + finding + "\n";
    }
}
