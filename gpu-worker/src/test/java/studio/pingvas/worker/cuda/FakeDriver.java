package studio.pingvas.worker.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A library that stands for NVIDIA's driver, and processes that find it. */
public final class FakeDriver {
    /** The only stream that it knows. */
    static final long STREAM = 0x57;

    private static final Path FOLDER = Path.of("target", "fake-driver");
    private static final long PATIENCE_SECONDS = 120;

    private static FakeDriver built;

    private final Path folder;

    private FakeDriver(Path folder) {
        this.folder = folder;
    }

    /** Builds it once. Skips the test where there is no compiler. */
    public static synchronized FakeDriver get() throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasCompiler(), "no g++ to build the fake driver with");
        if (built == null) {
            built = buildIn(Files.createDirectories(FOLDER).toAbsolutePath());
        }
        return built;
    }

    private static FakeDriver buildIn(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("libcuda.so.1");
        ProcessBuilder compiler =
                new ProcessBuilder(
                        "g++",
                        "-std=c++17",
                        "-O2",
                        "-ffp-contract=off",
                        "-shared",
                        "-fPIC",
                        "-Wl,-soname,libcuda.so.1",
                        "-Isrc/main/cuda",
                        "-o",
                        library.toString(),
                        "src/test/native/fake_driver.cpp");
        Ended ended = run(compiler);
        if (ended.status() != 0) {
            throw new AssertionError("The fake driver does not compile:\n" + ended.output());
        }
        return new FakeDriver(folder);
    }

    /** Runs a class in a process of its own, which finds this driver. */
    public Ended run(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder process = java(main, arguments);
        process.environment().put("LD_LIBRARY_PATH", folder.toString());
        process.environment().putAll(environment);
        return run(process);
    }

    static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("process", ".log");
        try {
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end:\n" + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private static boolean hasCompiler() throws InterruptedException {
        try {
            return run(new ProcessBuilder("g++", "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    public record Ended(int status, String output) {}
}
