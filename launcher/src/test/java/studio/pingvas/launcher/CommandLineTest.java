package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir private Path folder;

    @Test
    void aMissingApplicationIsOneLineAndAnExitCode() {
        assertFailsWith(
                "is not a file", "up", "--data", folder.toString(), "--ear", "/no/such.ear");
    }

    @Test
    void anImpossibleNumberOfWorkersIsRefused() {
        assertFailsWith(
                "0 to 64",
                "up",
                "--data",
                folder.toString(),
                "--no-application",
                "--workers",
                "-1");
    }

    @Test
    void anImpossibleNumberOfServersIsRefused() {
        assertFailsWith(
                "1 to 8", "up", "--data", folder.toString(), "--no-application", "--servers", "0");
    }

    @Test
    void statusOfNothingIsDown() {
        assertThat(Studio.commandLine().execute("status", "--data", folder.toString()))
                .isEqualTo(3);
    }

    @Test
    void downOfNothingIsNoFailure() {
        assertThat(Studio.commandLine().execute("down", "--data", folder.toString())).isZero();
    }

    @Test
    void askingLeavesNoTrace() {
        Path none = folder.resolve("none");
        Studio.commandLine().execute("status", "--data", none.toString());
        Studio.commandLine().execute("down", "--data", none.toString());
        assertThat(none).doesNotExist();
    }

    @Test
    void workerTakesACommandOrItsOption() {
        assertThat(Studio.commandLine().execute("worker")).isEqualTo(2);
        assertThat(Studio.commandLine().parseArgs("worker", "--selftest").hasSubcommand()).isTrue();
        assertThat(Studio.commandLine().parseArgs("worker", "start", "1").hasSubcommand()).isTrue();
    }

    @Test
    void logsOfNothingSaySo() {
        assertFailsWith("no logs", "logs", "--data", folder.resolve("none").toString());
    }

    private static void assertFailsWith(String message, String... arguments) {
        StringWriter errors = new StringWriter();
        int exit = Studio.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
        assertThat(exit).isNotZero();
        assertThat(errors.toString().strip()).contains(message).doesNotContain("\n");
    }
}
