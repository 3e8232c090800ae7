package studio.pingvas.worker.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code kernels.sh} and what it left in the resources. */
final class KernelBuild {
    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path RESOURCES = MODULE.resolve("src/main/resources/kernels");

    private static final int MINUTES = 5;
    private static final List<String> SOURCES = List.of(".cu", ".h", ".cpp");

    private KernelBuild() {}

    /** What was written down when the checked-in files were built. */
    static Properties notes() throws IOException {
        Properties notes = new Properties();
        try (InputStream in = Files.newInputStream(RESOURCES.resolve("build.properties"))) {
            notes.load(in);
        }
        return notes;
    }

    /** The same digest that {@code kernels.sh sources} prints, without its tools. */
    static String sourcesOf(Path module) throws IOException {
        StringBuilder sums = new StringBuilder(line(module, module.resolve("kernels.sh")));
        for (String folder : List.of("src/main/cuda", "src/main/native")) {
            for (String ending : SOURCES) {
                for (Path file : sorted(module.resolve(folder), ending)) {
                    sums.append(line(module, file));
                }
            }
        }
        return digestOf(sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String digestOf(Path file) throws IOException {
        return digestOf(Files.readAllBytes(file));
    }

    static boolean has(String compiler) throws IOException, InterruptedException {
        return run("sh", "-c", "command -v " + compiler).exit() == 0;
    }

    static String versionOf(String command) throws IOException, InterruptedException {
        return run("sh", "-c", command).output().strip();
    }

    static Outcome run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("kernels", ".log");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(MODULE.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new IOException("Not done after minutes: " + String.join(" ", command));
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static List<Path> sorted(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String line(Path module, Path file) throws IOException {
        return digestOf(file) + "  " + module.relativize(file) + "\n";
    }

    private static String digestOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Outcome(int exit, String output) {}
}
