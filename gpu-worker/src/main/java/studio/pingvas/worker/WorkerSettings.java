package studio.pingvas.worker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.pingvas.platform.store.StoreSettings;
import studio.pingvas.worker.life.DeviceWish;
import studio.pingvas.worker.life.LifeSettings;

/**
 * What a worker is told by its environment.
 *
 * @param workerName in messages and logs
 * @param brokerUrl of the message broker
 * @param brokerUser to sign in with
 * @param brokerPasswordFile holds the password on its first line
 * @param store the object store
 * @param modelsPath folder of model folders
 * @param nativeCache folder for unpacked native libraries; whoever can write it can run code here
 * @param stepDelay pause after each step, for tests
 * @param retryPause between a try at a job that ends by an accident and the next
 * @param threads that a network's sums are cut into; part of what makes pictures the same
 * @param softLimit a job that runs longer fails at its next step
 * @param life of the process: its device, its end, who watches it
 */
public record WorkerSettings(
        String workerName,
        String brokerUrl,
        String brokerUser,
        Path brokerPasswordFile,
        StoreSettings store,
        Path modelsPath,
        Path nativeCache,
        Duration stepDelay,
        Duration retryPause,
        int threads,
        Duration softLimit,
        LifeSettings life) {
    private static final int MAX_STEP_DELAY_MILLIS = 600_000;
    private static final int MAX_RETRY_PAUSE_SECONDS = 60;
    private static final int MAX_THREADS = 256;
    private static final int MAX_SOFT_LIMIT_SECONDS = 3_600;
    private static final int HARD_AFTER_SOFT_SECONDS = 60;
    private static final int MAX_HARD_LIMIT_SECONDS = 7_200;
    private static final long MEGABYTE = 1 << 20;
    private static final int MAX_MODEL_MEMORY_MB = 1 << 24;
    private static final int MAX_PORT = 65_535;

    /**
     * @throws IllegalArgumentException with one line that names the setting and what is wrong
     */
    static WorkerSettings from(Map<String, String> environment) {
        Environment variables = new Environment(environment);
        int softLimit =
                variables.number("STUDIO_SOFT_LIMIT_SECONDS", 120, 1, MAX_SOFT_LIMIT_SECONDS);
        return new WorkerSettings(
                variables.text("STUDIO_WORKER_NAME", "gpu-worker"),
                variables.url("STUDIO_BROKER_URL", "tcp://127.0.0.1:61616"),
                variables.text("STUDIO_BROKER_USER", "worker"),
                variables.readableFile("STUDIO_BROKER_PASSWORD_FILE"),
                StoreSettings.fromEnvironment(environment),
                variables.folder("STUDIO_MODELS_PATH"),
                variables.path("STUDIO_NATIVE_CACHE"),
                Duration.ofMillis(
                        variables.number("STUDIO_STEP_DELAY_MS", 0, 0, MAX_STEP_DELAY_MILLIS)),
                Duration.ofSeconds(
                        variables.number(
                                "STUDIO_RETRY_PAUSE_SECONDS", 5, 0, MAX_RETRY_PAUSE_SECONDS)),
                variables.number("STUDIO_THREADS", 1, 1, MAX_THREADS),
                Duration.ofSeconds(softLimit),
                life(variables, softLimit));
    }

    private static LifeSettings life(Environment variables, int softLimit) {
        variables.oneOf("STUDIO_LOG_FORMAT", "text", Set.of("text", "json"));
        String engine = variables.oneOf("STUDIO_ENGINE", "torch", Set.of("torch", "null"));
        String device = variables.oneOf("STUDIO_DEVICE", "auto", Set.of("auto", "cpu", "cuda"));
        return new LifeSettings(
                "null".equals(engine)
                        ? DeviceWish.NONE
                        : DeviceWish.valueOf(device.toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(
                        variables.number(
                                "STUDIO_HARD_LIMIT_SECONDS",
                                softLimit + HARD_AFTER_SOFT_SECONDS,
                                softLimit + 1,
                                MAX_HARD_LIMIT_SECONDS)),
                MEGABYTE * variables.number("STUDIO_MODEL_MEMORY_MB", 0, 0, MAX_MODEL_MEMORY_MB),
                variables.text("STUDIO_METRICS_HOST", "127.0.0.1"),
                variables.number("STUDIO_METRICS_PORT", 0, 0, MAX_PORT));
    }

    private record Environment(Map<String, String> variables) {
        String text(String name, String otherwise) {
            String value = variables.get(name);
            return value == null || value.isBlank() ? otherwise : value.strip();
        }

        Path path(String name) {
            String value = text(name, null);
            if (value == null) {
                throw wrong(name, "is not set; it names a path");
            }
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw wrong(name, "is no path: " + value);
            }
        }

        Path readableFile(String name) {
            Path file = path(name);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw wrong(name, "is no readable file: " + file);
            }
            return file;
        }

        Path folder(String name) {
            Path folder = path(name);
            if (!Files.isDirectory(folder)) {
                throw wrong(name, "is no folder: " + folder);
            }
            return folder;
        }

        String oneOf(String name, String otherwise, Set<String> known) {
            String value = text(name, otherwise);
            if (!known.contains(value)) {
                throw wrong(name, "is none of " + new TreeSet<>(known) + ": " + value);
            }
            return value;
        }

        String url(String name, String otherwise) {
            String value = text(name, otherwise);
            try {
                URI uri = new URI(value);
                if (uri.getHost() != null && uri.getPort() > 0) {
                    return value;
                }
            } catch (URISyntaxException e) {
                throw wrong(name, "is no URL: " + value);
            }
            throw wrong(name, "is not of the form tcp://host:port: " + value);
        }

        int number(String name, int otherwise, int least, int most) {
            String value = text(name, Integer.toString(otherwise));
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw wrong(name, "is not a whole number: " + value);
            }
            throw wrong(name, "is not from " + least + " to " + most + ": " + value);
        }

        private static IllegalArgumentException wrong(String name, String complaint) {
            return new IllegalArgumentException(name + " " + complaint);
        }
    }
}
