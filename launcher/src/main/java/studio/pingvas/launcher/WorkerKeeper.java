package studio.pingvas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a worker again when it dies. A shell does it: the launcher is gone by then, and another
 * Java machine would take as much memory as the rest of a small worker.
 */
final class WorkerKeeper {
    private static final String SCRIPT = "/worker/keep.sh";

    private WorkerKeeper() {}

    /**
     * @param command of the worker
     * @param first a worker that fails sooner than that at its first start is not started again
     */
    static List<String> keeping(List<String> command, Duration first) {
        List<String> whole = new ArrayList<>();
        whole.addAll(List.of("/bin/sh", "-c", script(), "keeper"));
        whole.add(Long.toString(first.toSeconds()));
        whole.addAll(command);
        return whole;
    }

    private static String script() {
        try (InputStream in = WorkerKeeper.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
