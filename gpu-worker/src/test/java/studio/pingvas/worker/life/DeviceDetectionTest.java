package studio.pingvas.worker.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.tensor.DeviceChoice;

class DeviceDetectionTest {
    private static final CudaProbe.Finding H200 =
            CudaProbe.Finding.gpu("NVIDIA H200", 140_000L << 20);

    @TempDir Path driver;

    @Test
    void machineWithoutADriverWorksOnItsProcessorAndSaysWhy() {
        DeviceChoice choice = choose(DeviceWish.AUTO, new DriverFiles(driver).look());

        assertThat(choice.device()).isEqualTo("cpu");
        assertThat(choice.reason()).isEqualTo("no driver");
        assertThat(choice.description())
                .contains(Runtime.getRuntime().availableProcessors() + " cores, 3 threads in use");
        assertThat(choice.memoryBytes()).isGreaterThan(100L << 20);
    }

    @Test
    void driverWithoutADeviceIsToldApart() throws IOException {
        Files.writeString(driver.resolve("version"), "NVRM version: 580.65.06");
        assertThat(new DriverFiles(driver).look().explanation()).isEqualTo("no device");

        Files.createDirectories(driver.resolve("gpus"));
        assertThat(new DriverFiles(driver).look().explanation()).isEqualTo("no device");
    }

    @Test
    void gpuThatThisBuildCannotUseIsNamed() throws IOException {
        Files.writeString(driver.resolve("version"), "NVRM version: 580.65.06");
        Path gpu = Files.createDirectories(driver.resolve("gpus/0000:01:00.0"));
        Files.writeString(gpu.resolve("information"), "Model: \t\t NVIDIA L4\nIRQ:   \t 16\n");

        CudaProbe.Finding found = new DriverFiles(driver).look();

        assertThat(found.usable()).isFalse();
        assertThat(found.explanation())
                .isEqualTo("CUDA libraries missing in this build, for the NVIDIA L4");
    }

    @Test
    void gpuIsTakenWhereItCanBeUsed() {
        assertThat(choose(DeviceWish.AUTO, H200))
                .isEqualTo(choose(DeviceWish.CUDA, H200))
                .isEqualTo(
                        new DeviceChoice(
                                "cuda",
                                "NVIDIA H200",
                                "NVIDIA H200 with 140000 MiB",
                                140_000L << 20));
    }

    @Test
    void processorCanBeForced() {
        DeviceChoice choice = choose(DeviceWish.CPU, H200);

        assertThat(choice.device()).isEqualTo("cpu");
        assertThat(choice.reason()).isEqualTo("forced by STUDIO_DEVICE");
    }

    @Test
    void gpuThatIsDemandedAndAbsentStopsTheStart() {
        CudaProbe.Finding absent = CudaProbe.Finding.missing(CudaProbe.Finding.NO_DRIVER);

        assertThatThrownBy(() -> choose(DeviceWish.CUDA, absent))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("STUDIO_DEVICE asks for cuda, but: no driver");
    }

    private static DeviceChoice choose(DeviceWish wish, CudaProbe.Finding found) {
        return new DeviceDetection(() -> found, 3).choose(wish);
    }
}
