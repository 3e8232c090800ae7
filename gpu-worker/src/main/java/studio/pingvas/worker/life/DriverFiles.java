package studio.pingvas.worker.life;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the NVIDIA driver's files under {@code /proc} say, without touching a CUDA library. A build
 * without these libraries cannot use a GPU, and says so when there is one.
 */
public final class DriverFiles implements CudaProbe {
    private final Path driver;

    public DriverFiles() {
        this(Path.of("/proc/driver/nvidia"));
    }

    DriverFiles(Path driver) {
        this.driver = driver;
    }

    @Override
    public Finding look() {
        if (!Files.exists(driver.resolve("version"))) {
            return Finding.missing(Finding.NO_DRIVER);
        }
        String gpu = firstGpu();
        return gpu == null
                ? Finding.missing(Finding.NO_DEVICE)
                : Finding.missing(Finding.NO_LIBRARIES + " in this build, for the " + gpu);
    }

    private String firstGpu() {
        try (DirectoryStream<Path> gpus = Files.newDirectoryStream(driver.resolve("gpus"))) {
            for (Path gpu : gpus) {
                return modelIn(gpu.resolve("information"));
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String modelIn(Path information) throws IOException {
        return Files.readAllLines(information).stream()
                .filter(line -> line.startsWith("Model:"))
                .map(line -> line.substring("Model:".length()).strip())
                .findFirst()
                .orElse("GPU");
    }
}
