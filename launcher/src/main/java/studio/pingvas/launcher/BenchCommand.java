package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description =
                "Measure one part alone on this machine: ledger, login, engine; or the whole:"
                        + " queue.",
        mixinStandardHelpOptions = true)
final class BenchCommand {
    @Command(
            name = "ledger",
            description = "Jobs a second on the credit ledger, and the time of its proof.",
            mixinStandardHelpOptions = true)
    int ledger(
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "18080",
                            description = "Take free ports from here (${DEFAULT-VALUE}).")
                    int port)
            throws IOException {
        return onDatabase(port, "payment-ejb", "LedgerBenchmark");
    }

    @Command(
            name = "login",
            description = "Passwords that can be compared in a second.",
            mixinStandardHelpOptions = true)
    int login() {
        return run(maven(Checkout.find().root(), "user-ejb", "LoginBenchmark"));
    }

    @Command(
            name = "engine",
            description =
                    "Whole pictures on the processor, beside Python torch where it is there, and"
                            + " each operation outside of the networks.",
            mixinStandardHelpOptions = true)
    int engine() {
        return run(maven(Checkout.find().root(), "gpu-worker", "EngineBenchmark,KernelBenchmark"));
    }

    @Command(
            name = "queue",
            description =
                    "Jobs through a whole platform of its own, with workers that paint one colour:"
                            + " cost and time of a submission and of a finished job.",
            mixinStandardHelpOptions = true)
    int queue(
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "18080",
                            description = "Take free ports from here (${DEFAULT-VALUE}).")
                    int port,
            @Option(
                            names = "--seconds",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "Of each measurement (${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--users",
                            paramLabel = "N",
                            defaultValue = "16",
                            description = "Who submit at the same time (${DEFAULT-VALUE}).")
                    int users,
            @Option(
                            names = "--backlog",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description =
                                    "Jobs that wait while it is measured once more"
                                            + " (${DEFAULT-VALUE}, 0 for none).")
                    int backlog,
            @Option(
                            names = "--warm-up",
                            paramLabel = "N",
                            defaultValue = "40",
                            description = "Seconds before the first one (${DEFAULT-VALUE}).")
                    int warmUp,
            @Option(
                            names = "--flames",
                            paramLabel = "FOLDER",
                            description =
                                    "Draw a flame graph of every Java part and measurement there;"
                                            + " drawing costs some CPU.")
                    Path flames) {
        ProcessBuilder maven = maven(Checkout.find().root(), "system-tests", "QueueBenchmark");
        Map<String, String> environment = maven.environment();
        environment.put("STUDIO_BENCH_PORT", Integer.toString(port));
        environment.put("STUDIO_BENCH_SECONDS", Integer.toString(seconds));
        environment.put("STUDIO_BENCH_USERS", Integer.toString(users));
        environment.put("STUDIO_BENCH_BACKLOG", Integer.toString(backlog));
        environment.put("STUDIO_BENCH_WARM_UP", Integer.toString(warmUp));
        if (flames != null) {
            environment.put("STUDIO_BENCH_FLAMES", flames.toAbsolutePath().toString());
        }
        return run(maven);
    }

    /** On a database of its own, which is gone afterwards. */
    private static int onDatabase(int port, String module, String benchmark) throws IOException {
        Checkout checkout = Checkout.find();
        DataFolder data = new DataFolder(Files.createTempDirectory("studio-bench-"));
        PlatformState state = new PlatformState(data);
        PostgresPart postgres =
                new PostgresPart(checkout, data, state, new Secrets(data.secrets()));
        Runnable remove =
                () -> {
                    postgres.stop();
                    Folders.delete(data.root());
                };
        AtomicInteger exit = new AtomicInteger();
        Interruption.during(
                () -> {
                    state.use(
                            PortPlan.ofThisMachine().choose(port, null),
                            false,
                            Map.of(),
                            Profile.QUICK_START);
                    postgres.start();
                    ProcessBuilder maven = maven(checkout.root(), module, benchmark);
                    maven.environment().putAll(databaseOf(data, state));
                    exit.set(run(maven));
                },
                remove);
        remove.run();
        return exit.get();
    }

    private static Map<String, String> databaseOf(DataFolder data, PlatformState state) {
        int databasePort = state.ports().database();
        long server = state.process(PostgresPart.NAME).orElseThrow().pid();
        return Map.of(
                "STUDIO_BENCH_DATABASE",
                "jdbc:postgresql://" + Ports.HOST + ":" + databasePort + "/" + StudioDatabase.NAME,
                "STUDIO_BENCH_SECRETS",
                data.secrets().toString(),
                "STUDIO_BENCH_SERVER",
                Long.toString(server));
    }

    private static int run(ProcessBuilder maven) {
        try {
            return maven.start().waitFor();
        } catch (IOException e) {
            throw new PlatformException("Maven cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("The benchmark was interrupted", e);
        }
    }

    /** Maven knows the class path of the module's tests. */
    private static ProcessBuilder maven(Path root, String module, String benchmark) {
        return new ProcessBuilder(
                        List.of(
                                root.resolve("mvnw").toString(),
                                "-q",
                                "-pl",
                                module,
                                "-am",
                                "-Dspotless.check.skip",
                                "-Dsurefire.failIfNoSpecifiedTests=false",
                                "-Dtest=" + benchmark,
                                "test"))
                .directory(root.toFile())
                .inheritIO();
    }
}
