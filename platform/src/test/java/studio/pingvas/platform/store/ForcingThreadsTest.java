package studio.pingvas.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcingThreadsTest {
    private static final int MORE_THAN_THREADS = 20;

    @TempDir Path folder;

    private final ForcingThreads threads = new ForcingThreads();
    private final List<HalfWrittenFile> files = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (HalfWrittenFile file : files) {
            file.close();
        }
    }

    @Test
    void anyNumberOfFilesIsForced() throws IOException {
        threads.force(files);
        for (int number = 0; number < MORE_THAN_THREADS; number++) {
            open();
        }
        threads.force(files);

        assertThat(files).hasSize(MORE_THAN_THREADS);
    }

    @Test
    void fileThatCannotBeForcedIsAFailureWhicheverItIs() throws IOException {
        for (int broken = 0; broken < 3; broken++) {
            closeAll();
            files.clear();
            open();
            open();
            open();
            files.get(broken).close();

            assertThatThrownBy(() -> threads.force(files))
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ClosedChannelException.class);
        }
    }

    private void open() throws IOException {
        files.add(HalfWrittenFile.of(folder.resolve("file-" + files.size())));
    }
}
