package studio.pingvas.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The worker as a process of its own, as it is run in production. */
public final class WorkerProcess implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static WorkerProcess start(Path folder, String name, Map<String, String> settings)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "studio.pingvas.worker.Worker");
        builder.environment().put("STUDIO_WORKER_NAME", name);
        builder.environment().put("STUDIO_MODELS_PATH", Demonstration.MODELS.toString());
        builder.environment()
                .put("STUDIO_NATIVE_CACHE", System.getProperty("studio.test.native.cache"));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new WorkerProcess(builder.start(), log);
    }

    public void awaitLine(String text) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!log().contains(text)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("No line \"" + text + "\" in:\n" + log());
            }
            Thread.sleep(50);
        }
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** SIGSTOP: it lives, but does nothing, as a machine that swaps or a paused container. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    public int awaitExit() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The worker does not end:\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) throws IOException, InterruptedException {
        String[] kill = {"kill", "-" + name, Long.toString(process.pid())};
        if (new ProcessBuilder(kill).inheritIO().start().waitFor() != 0) {
            throw new AssertionError("No signal " + name);
        }
    }
}
