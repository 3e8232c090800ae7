package studio.pingvas.worker.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.pingvas.worker.tensor.DeviceChoice;

/** Chooses the device, and can say why. */
public final class DeviceDetection {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private final CudaProbe cuda;
    private final int threads;

    /**
     * @param threads that networks use on a processor
     */
    public DeviceDetection(CudaProbe cuda, int threads) {
        this.cuda = cuda;
        this.threads = threads;
    }

    /**
     * @throws CannotStartException if the wish cannot be met
     */
    public DeviceChoice choose(DeviceWish wish) {
        if (wish == DeviceWish.NONE) {
            return cpu("STUDIO_ENGINE=null: pictures of one colour");
        }
        if (wish == DeviceWish.CPU) {
            return cpu("forced by STUDIO_DEVICE");
        }
        CudaProbe.Finding found = cuda.look();
        if (found.usable()) {
            return new DeviceChoice(
                    DeviceChoice.CUDA, found.name(), found.explanation(), found.memoryBytes());
        }
        if (wish == DeviceWish.CUDA) {
            throw new CannotStartException(
                    "STUDIO_DEVICE asks for cuda, but: " + found.explanation());
        }
        return cpu(found.explanation());
    }

    private DeviceChoice cpu(String reason) {
        String description =
                "%s, %d cores, %d threads in use"
                        .formatted(
                                processor(), Runtime.getRuntime().availableProcessors(), threads);
        return new DeviceChoice(DeviceChoice.CPU, description, reason, HostMemory.totalBytes());
    }

    private static String processor() {
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
