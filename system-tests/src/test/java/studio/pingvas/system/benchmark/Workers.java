package studio.pingvas.system.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import studio.pingvas.launcher.Platform;

/**
 * The workers of the platform. Who shall not work is paused: a process that was stopped would come
 * back with a compiler that has seen nothing, and be measured like that.
 */
final class Workers {
    /** A worker says every five seconds how it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Platform platform;

    Workers(Platform platform) {
        this.platform = platform;
    }

    /** Begins to work, whether it ran before or not. */
    void start(int number) throws IOException, InterruptedException {
        platform.startWorker(number);
        try (Administrator administrator = new Administrator(platform)) {
            await(administrator, nameOf(number), worker -> true);
        }
        resume(number);
    }

    /** Returns when the server knows, and sends it nothing any more. */
    void pause(int number) throws IOException, InterruptedException {
        tell(number, "pause", true);
    }

    void resume(int number) throws IOException, InterruptedException {
        tell(number, "resume", false);
    }

    private void tell(int number, String command, boolean paused)
            throws IOException, InterruptedException {
        String name = nameOf(number);
        try (Administrator administrator = new Administrator(platform)) {
            administrator.tellWorker(name, command);
            await(administrator, name, worker -> worker.get("paused").asBoolean() == paused);
        }
    }

    private static void await(
            Administrator administrator, String name, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(administrator.workers(), name, condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name + " is not heard, or does not obey.");
            }
            Thread.sleep(100);
        }
    }

    private static boolean holds(JsonNode workers, String name, Predicate<JsonNode> condition) {
        for (JsonNode worker : workers) {
            if (worker.get("name").asText().equals(name)) {
                return condition.test(worker);
            }
        }
        return false;
    }

    private static String nameOf(int number) {
        return "worker-" + number;
    }
}
