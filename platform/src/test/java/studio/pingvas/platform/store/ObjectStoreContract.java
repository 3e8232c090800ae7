package studio.pingvas.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does, wherever it keeps its objects. */
public interface ObjectStoreContract {
    /** Empty at the beginning of each test, and the same all through it. */
    ObjectStore store();

    /** Stores many small objects at once. */
    default void fill(List<String> keys) throws IOException {
        for (String key : keys) {
            put(key, "x");
        }
    }

    @Test
    default void whatWasPutIsReadBackAndGoneAfterDelete() throws IOException {
        put("users/u/a.png", "picture");

        assertThat(read("users/u/a.png")).asString(UTF_8).isEqualTo("picture");

        store().delete("users/u/a.png");
        store().delete("users/u/a.png");

        assertThatThrownBy(() -> store().open("users/u/a.png"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 << 20, (16 << 20) + 1})
    default void objectsOfAllSizesComeBackWhole(int bytes) throws IOException {
        byte[] object = new byte[bytes];
        new Random(bytes).nextBytes(object);

        store().put("large/object", object, "application/octet-stream");

        assertThat(read("large/object")).isEqualTo(object);
        assertThat(store().list("large", null, 10))
                .extracting(StoredObject::bytes)
                .containsExactly((long) bytes);
    }

    @Test
    default void aSecondPutReplacesTheWholeFirst() throws IOException {
        put("a/b", "a longer text");
        put("a/b", "two");

        assertThat(read("a/b")).asString(UTF_8).isEqualTo("two");
        assertThat(keys("a", null, 10)).containsExactly("a/b");
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
                "a/",
                "a b",
                "a%2e",
                "\u00e4"
            })
    default void whatIsNoKeyIsRefusedByEveryMethod(String key) {
        assertRefused(() -> store().put(key, new byte[1], "image/png"));
        assertRefused(() -> store().open(key));
        assertRefused(() -> store().delete(key));
        assertRefused(() -> store().deleteAllBelow(key));
        assertRefused(() -> store().list(key, null, 1));
    }

    @Test
    default void aKeyHasALimitedLength() throws IOException {
        String longest = "a".repeat(200) + "/" + "b".repeat(200) + "/" + "c".repeat(110);
        put(longest, "x");

        assertThat(read(longest)).hasSize(1);
        assertRefused(() -> store().open(longest + "c"));
    }

    @Test
    default void everythingBelowAFolderGoesAndNothingBesides() throws IOException {
        fill(List.of("users/u/images/1/a", "users/u/b", "users/uu/c", "users/v/d"));
        store().deleteAllBelow("users/u");
        store().deleteAllBelow("users/u");

        assertThat(keys("users", null, 10)).containsExactly("users/uu/c", "users/v/d");
    }

    @Test
    default void listsAndDeletionsGoOverManyPages() throws IOException {
        List<String> all = IntStream.range(0, 1_100).mapToObj("many/%04d/x"::formatted).toList();
        fill(all);
        put("more/x", "x");

        assertThat(keys("many", null, 2_000)).isEqualTo(all);

        store().deleteAllBelow("many");

        assertThat(keys("many", null, 10)).isEmpty();
        assertThat(keys("more", null, 10)).containsExactly("more/x");
    }

    @Test
    default void aListIsInTheOrderOfKeysAndGoesOnAfterEachOfThem() throws IOException {
        // '-' and '.' sort before '/', digits and letters after it.
        List<String> keys =
                List.of(
                        "f/a-b", "f/a.b", "f/a/x", "f/a/y", "f/a0", "f/aB", "f/b", "f/b-/c",
                        "f/b0");
        fill(keys);
        List<String> inOrder = keys.stream().sorted().toList();
        assertThat(keys("f", null, 100)).isEqualTo(inOrder);
        for (int i = 0; i < inOrder.size(); i++) {
            assertThat(keys("f", inOrder.get(i), 100))
                    .isEqualTo(inOrder.subList(i + 1, inOrder.size()));
        }
        assertThat(keys("f", "f/a/", 1)).containsExactly("f/a/x");
        assertThat(keys("f", "a", 1)).containsExactly("f/a-b");
        assertThat(keys("f", "g", 1)).isEmpty();
        assertThat(inPagesOf(2, "f")).isEqualTo(inOrder);
        assertThat(inPagesOf(3, "f")).isEqualTo(inOrder);
    }

    @Test
    default void aListSaysWhenAnObjectWasStored() throws IOException {
        put("f/a", "four");

        StoredObject object = store().list("f", null, 1).get(0);

        assertThat(object.bytes()).isEqualTo(4);
        assertThat(Duration.between(object.modifiedAt(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    default void aFolderThatIsNotThereHasNothingInIt() throws IOException {
        assertThat(store().list("nowhere/at/all", null, 5)).isEmpty();
        store().deleteAllBelow("nowhere/at/all");
    }

    @Test
    default void aStoreThatWorksSaysSoAndShowsNoTraceOfTheQuestion() throws IOException {
        put("a/b", "x");
        store().probe();
        store().probe();

        assertThat(keys("a", null, 10)).containsExactly("a/b");
    }

    private void put(String key, String text) throws IOException {
        store().put(key, text.getBytes(UTF_8), "text/plain");
    }

    private byte[] read(String key) throws IOException {
        try (InputStream in = store().open(key)) {
            return in.readAllBytes();
        }
    }

    private List<String> keys(String folder, String after, int limit) throws IOException {
        return store().list(folder, after, limit).stream().map(StoredObject::key).toList();
    }

    private List<String> inPagesOf(int size, String folder) throws IOException {
        List<String> all = new ArrayList<>();
        List<String> page = keys(folder, null, size);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = keys(folder, page.get(page.size() - 1), size);
        }
        return all;
    }

    private static void assertRefused(IoCall call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
    }

    /** A call of the store. */
    @FunctionalInterface
    interface IoCall {
        void run() throws IOException;
    }
}
