package studio.pingvas.worker.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.store.FileObjectStore;

class PatientStoreTest {
    @TempDir Path folder;

    @Test
    void whatIsPutIsReadBackAndIsProofThatTheStoreIsUp() throws IOException {
        PatientStore store = new PatientStore(new FileObjectStore(folder), Duration.ZERO);
        store.put("a/b", "x".getBytes(UTF_8), "text/plain");

        try (InputStream in = store.open("a/b")) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("x");
        }
        assertThat(store.isUp()).isTrue();
    }

    @Test
    void theLargestPictureThatSomebodyMayUploadIsRead() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("a/b").toFile(), "rw")) {
            file.setLength(PictureHeader.MAX_BYTES);
        }
        PatientStore store = new PatientStore(new FileObjectStore(folder), Duration.ZERO);

        try (InputStream in = store.open("a/b")) {
            assertThat(in.available()).isEqualTo(PictureHeader.MAX_BYTES);
        }
    }

    @Test
    void aMissingObjectIsNoFaultOfTheStore() {
        PatientStore store = new PatientStore(new FileObjectStore(folder), Duration.ofMinutes(1));

        assertThatThrownBy(() -> store.open("a/b")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aStoreThatCannotBeWrittenIsDownAfterThePatienceIsOver() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        PatientStore store = new PatientStore(new FileObjectStore(file), Duration.ofMillis(600));
        long start = System.nanoTime();

        assertThatThrownBy(() -> store.put("a/b", new byte[1], "text/plain"))
                .isInstanceOf(StoreDownException.class)
                .hasMessageContaining("put a/b");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(240), Duration.ofSeconds(5));
        assertThat(store.isUp()).isFalse();
    }

    @Test
    void theClockOfJobsStandsStillWhileTheStoreIsAway() throws Exception {
        Path obstacle = Files.createFile(folder.resolve("a"));
        PatientStore store = new PatientStore(new FileObjectStore(folder), Duration.ofSeconds(30));
        PictureStore pictures = new PictureStore(store);
        assertThat(store.waitedNanos()).isZero();
        Thread mender = new Thread(() -> deleteAfter(obstacle, 600));
        long start = System.nanoTime();
        long working = pictures.workingNanos();
        mender.start();

        store.put("a/b", new byte[1], "text/plain");

        Duration waited = Duration.ofNanos(store.waitedNanos());
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(Duration.ofNanos(pictures.workingNanos() - working))
                .isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - start).minus(waited));
    }

    private static void deleteAfter(Path file, long millis) {
        try {
            Thread.sleep(millis);
            Files.delete(file);
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCallThatHangsEndsAndTheOthersFailAtOnceUntilItIsDone() throws Exception {
        StoreCalls calls = new StoreCalls();
        CountDownLatch stuck = new CountDownLatch(1);

        assertThatThrownBy(() -> calls.call(Duration.ofMillis(50), () -> awaitEnd(stuck)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer");
        assertThatThrownBy(() -> calls.call(Duration.ofMinutes(1), () -> 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("earlier call");

        stuck.countDown();
        assertThat(answerOf(calls)).isEqualTo(1);
    }

    private static boolean awaitEnd(CountDownLatch stuck) throws InterruptedException {
        stuck.await();
        return true;
    }

    private static int answerOf(StoreCalls calls) throws InterruptedException {
        for (int look = 0; look < 100; look++) {
            try {
                return calls.call(Duration.ofSeconds(10), () -> 1);
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new AssertionError("The store does not get well.");
    }
}
