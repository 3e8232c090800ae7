package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir private Path folder;

    @Test
    void whatStoodThereBeforeDoesNotCount() throws IOException {
        Path file = folder.resolve("worker.log");
        Files.writeString(file, "worker ready\n");
        LogFile log = LogFile.fromNow(file);
        assertThat(log.text()).isEmpty();

        Files.writeString(file, "worker ready again\n", StandardOpenOption.APPEND);

        assertThat(log.text()).isEqualTo("worker ready again\n");
    }

    @Test
    void nextReadsEachLineOnce() throws IOException {
        Path file = folder.resolve("server.log");
        LogFile log = LogFile.fromStart(file);
        Files.writeString(file, "größer\n");
        assertThat(log.next()).isEqualTo("größer\n");
        assertThat(log.next()).isEmpty();
        Files.writeString(file, "two\n", StandardOpenOption.APPEND);
        assertThat(log.next()).isEqualTo("two\n");
    }

    @Test
    void aFileThatWasBegunAnewIsReadFromItsStart() throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, "a long line before the rotation\n");
        LogFile log = LogFile.fromNow(file);
        Files.writeString(file, "new\n");
        assertThat(log.next()).isEqualTo("new\n");
    }

    @Test
    void theLastLineIsTheLastThatSaysSomething() throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, "one\ntwo\n\n  \n");
        assertThat(LogFile.fromStart(file).lastLine()).isEqualTo("two");
        assertThat(LogFile.fromStart(folder.resolve("none")).lastLine())
                .isEqualTo("nothing was logged");
    }
}
