package studio.pingvas.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void puttingSeveralOfWhichOneFailsLeavesNoTemporaryFile() throws IOException {
        NewObject good = new NewObject("a/b", "one".getBytes(UTF_8), "text/plain");
        NewObject inTheWay = new NewObject("a/b/c", "two".getBytes(UTF_8), "text/plain");
        store().put("a/b", "zero".getBytes(UTF_8), "text/plain");

        assertThatThrownBy(() -> store().putAll(List.of(good, inTheWay)))
                .isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(root.resolve("a"))) {
            assertThat(files).containsExactly(root.resolve("a/b"));
        }
        assertThat(root.resolve("a/b")).hasContent("zero");
    }

    @Test
    void severalObjectsArePutAtOnce() throws IOException {
        store().putAll(
                        List.of(
                                new NewObject("a/b", "one".getBytes(UTF_8), "text/plain"),
                                new NewObject("c/d", "two".getBytes(UTF_8), "text/plain")));

        assertThat(root.resolve("a/b")).hasContent("one");
        assertThat(root.resolve("c/d")).hasContent("two");
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
