package studio.pingvas.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileObjectStoreTest {
    @TempDir Path root;

    @Test
    void whatWasPutIsReadBackAndGoneAfterDelete() throws IOException {
        FileObjectStore store = new FileObjectStore(root);
        store.put("users/u/a.png", "picture".getBytes(UTF_8), "image/png");

        try (InputStream in = store.open("users/u/a.png")) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("picture");
        }
        store.delete("users/u/a.png");
        store.delete("users/u/a.png");

        assertThatThrownBy(() -> store.open("users/u/a.png"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aSecondPutReplacesTheFirstAndLeavesNoTemporaryFile() throws IOException {
        FileObjectStore store = new FileObjectStore(root);
        store.put("a/b", "one".getBytes(UTF_8), "text/plain");
        store.put("a/b", "two".getBytes(UTF_8), "text/plain");

        try (Stream<Path> files = Files.list(root.resolve("a"))) {
            assertThat(files).containsExactly(root.resolve("a/b"));
        }
        assertThat(root.resolve("a/b")).hasContent("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../a",
                "a/../b",
                "a//b",
                "a/.hidden",
                "a\\b",
                "a\0",
                "a/"
            })
    void aKeyCannotLeaveTheRoot(String key) {
        FileObjectStore store = new FileObjectStore(root);

        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingBelowAFolderGoesAndNothingBesides() throws IOException {
        FileObjectStore store = new FileObjectStore(root);
        for (String key : List.of("users/u/images/1/a", "users/u/b", "users/uu/c", "users/v/d")) {
            store.put(key, "x".getBytes(UTF_8), "text/plain");
        }
        store.deleteAllBelow("users/u");
        store.deleteAllBelow("users/u");

        assertThat(root.resolve("users/u")).doesNotExist();
        assertThat(root.resolve("users/uu/c")).exists();
        assertThat(root.resolve("users/v/d")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "users/../../etc", "users/", "."})
    void noFolderAboveTheObjectsCanBeEmptied(String folder) {
        FileObjectStore store = new FileObjectStore(root);

        assertThatThrownBy(() -> store.deleteAllBelow(folder))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void probeFailsWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> new FileObjectStore(file).probe()).isInstanceOf(IOException.class);
    }
}
