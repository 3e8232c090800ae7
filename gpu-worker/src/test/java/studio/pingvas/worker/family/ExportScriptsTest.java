package studio.pingvas.worker.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of the export scripts without the libraries and weights that they need. */
class ExportScriptsTest {
    private static final Path EXPORT = Path.of("export").toAbsolutePath();
    private static final String COMPILE =
            "import sys\nfor file in sys.argv[1:]: compile(open(file).read(), file, 'exec')";
    private static final String ARGUMENTS =
            "import arguments; print(arguments.arguments_of('', ['512x768']).size)";

    @TempDir Path folder;

    private record Outcome(int status, String output) {}

    @BeforeAll
    static void findPython() throws InterruptedException {
        assumeThat(hasPython()).as("python3 3.10 or newer").isTrue();
    }

    @BeforeEach
    void writeSource() throws IOException {
        Files.createFile(
                Files.createDirectories(folder.resolve("source")).resolve("model_index.json"));
        Files.createDirectories(folder.resolve("models/taken"));
    }

    @Test
    void scriptsAreSoundPython() throws IOException, InterruptedException {
        List<String> scripts;
        try (Stream<Path> files = Files.list(EXPORT)) {
            scripts = files.map(Path::toString).filter(name -> name.endsWith(".py")).toList();
        }

        assertThat(scripts).hasSizeGreaterThan(6);
        assertThat(python(COMPILE, scripts)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void sizesHaveDefaults() throws IOException, InterruptedException {
        assertThat(arguments("source models sd --licence MIT"))
                .isEqualTo(new Outcome(0, "[(512, 768)]\n"));
        assertThat(arguments("source models sd --licence MIT --size 64x128").output())
                .isEqualTo("[(64, 128)]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source models sd | --licence",
                "source models ../sd --licence MIT | is not like",
                "source models SD --licence MIT | is not like",
                "source models taken --licence MIT | is there already",
                "models models sd --licence MIT | no model_index.json",
                "source models sd --licence MIT --size 64 | is not like 1024x768",
                "source models sd --licence MIT --dtype int8 | invalid choice",
            })
    void wrongArgumentsAreExplained(String arguments, String complaint)
            throws IOException, InterruptedException {
        Outcome outcome = arguments(arguments);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).contains(complaint);
    }

    private Outcome arguments(String line) throws IOException, InterruptedException {
        return python(ARGUMENTS, List.of(line.split(" ")));
    }

    private Outcome python(String program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-B", "-c", program));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", EXPORT.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "python3",
                                    "-c",
                                    "import sys; sys.exit(sys.version_info < (3, 10))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
