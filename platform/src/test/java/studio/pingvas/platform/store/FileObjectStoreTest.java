package studio.pingvas.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest implements ObjectStoreContract {
    @TempDir Path root;

    @Override
    public ObjectStore store() {
        return new FileObjectStore(root);
    }

    @Test
    void puttingLeavesNoTemporaryFile() throws IOException {
        store().put("a/b", "one".getBytes(UTF_8), "text/plain");
        store().put("a/b", "two".getBytes(UTF_8), "text/plain");

        try (Stream<Path> files = Files.list(root.resolve("a"))) {
            assertThat(files).containsExactly(root.resolve("a/b"));
        }
    }

    @Test
    void halfWrittenObjectsAreInNoList() throws IOException {
        store().put("a/b", "one".getBytes(UTF_8), "text/plain");
        Files.createFile(root.resolve("a/.half"));

        assertThat(store().list("a", null, 10)).hasSize(1);
    }

    @Test
    void probeFailsWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> new FileObjectStore(file).probe()).isInstanceOf(IOException.class);
    }

    @Test
    void probeFailsOnADiskThatIsNearlyFull() {
        ObjectStore store = new FileObjectStore(root, Long.MAX_VALUE);

        assertThatThrownBy(store::probe)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("full");
    }

    @Test
    void nobodyElseCanReadFiles() {
        assertThat(store().presignedGet("a/b", "image/png", "inline")).isEmpty();
    }
}
