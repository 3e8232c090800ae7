package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One gpu-worker process, which is started again when it dies. */
final class WorkerPart {
    private static final String MAIN_CLASS = "studio.pingvas.worker.Worker";
    private static final String READY = "worker ready";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration FIRST_START = Duration.ofSeconds(10);

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;
    private final int number;
    private final Map<String, String> further;

    /**
     * @param further settings, under their names in the environment
     */
    WorkerPart(
            Checkout checkout,
            DataFolder data,
            PlatformState state,
            Secrets secrets,
            int number,
            Map<String, String> further) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
        this.number = number;
        this.further = further;
    }

    WorkerPart with(Map<String, String> settings) {
        return new WorkerPart(checkout, data, state, secrets, number, settings);
    }

    static String name(int number) {
        return "worker-" + number;
    }

    void start() {
        begin().run();
    }

    /** Starts the process at once; what is returned waits until it is ready for work. */
    Runnable begin() {
        LogFile log = LogFile.fromNow(data.log(name(number)));
        List<String> command = WorkerKeeper.keeping(command(), FIRST_START);
        Process process = new Background(data, state).start(name(number), command, environment());
        return () -> awaitReady(process, log);
    }

    private void awaitReady(Process process, LogFile log) {
        boolean told =
                Waiting.until(START_LIMIT, () -> !process.isAlive() || log.text().contains(READY));
        if (!told || !process.isAlive()) {
            throw new PlatformException(
                    "Worker "
                            + number
                            + " did not start; "
                            + data.log(name(number))
                            + " says: "
                            + log.lastLine());
        }
    }

    /**
     * Makes the golden pictures on this machine, whether a platform runs or not.
     *
     * @return the exit code: 0 if they are what they should be
     */
    static int selfTest(Checkout checkout) {
        Path folder = temporaryFolder();
        List<String> command = new ArrayList<>(command(checkout, folder));
        command.add("--selftest");
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(engine(checkout));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new PlatformException("The worker cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("The self test was interrupted", e);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("studio-selftest-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        state.process(name(number)).ifPresent(process -> process.endWithChildren(STOP_LIMIT));
        state.ended(name(number));
    }

    void kill() {
        state.process(name(number)).ifPresent(ProcessIdentity::killWithChildren);
        state.ended(name(number));
    }

    private List<String> command() {
        return command(checkout, PrivateFiles.folder(data.worker(number).resolve("tmp")));
    }

    private static List<String> command(Checkout checkout, Path temporary) {
        Path jar = checkout.worker();
        Path target = jar.getParent();
        return List.of(
                Background.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                // JavaCPP would count the networks' memory against a multiple of -Xmx.
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + target.resolve("native-cache"),
                "-cp",
                jar + ":" + target.resolve("lib") + "/*",
                MAIN_CLASS);
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("STUDIO_WORKER_NAME", name(number));
        settings.put("STUDIO_BROKER_URL", "tcp://" + Ports.HOST + ":" + state.ports().broker());
        settings.put("STUDIO_BROKER_USER", "worker");
        settings.put(
                "STUDIO_BROKER_PASSWORD_FILE",
                secrets.file(Secrets.ofBrokerUser("worker")).toString());
        settings.put("STUDIO_STORE_PATH", data.objects().toString());
        settings.putAll(engine(checkout));
        settings.putAll(state.workerEnvironment());
        settings.putAll(further);
        return settings;
    }

    private static Map<String, String> engine(Checkout checkout) {
        return Map.of(
                "STUDIO_MODELS_PATH",
                checkout.models().toString(),
                "STUDIO_NATIVE_CACHE",
                checkout.worker().resolveSibling("native-cache").toString());
    }
}
