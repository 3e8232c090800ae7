package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeapShareTest {
    private static final long MEBIBYTE = 1 << 20;

    private final HeapShare share = new HeapShare(10 * MEBIBYTE);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void largeFileWaitsForRoomAndSmallOnesShareIt() throws Exception {
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<Void> one = inside(4 * MEBIBYTE, bothIn, leave);
        CompletableFuture<Void> other = inside(4 * MEBIBYTE, bothIn, leave);
        bothIn.await();

        CompletableFuture<Void> large = take(3 * MEBIBYTE, () -> order.add("large"));
        while (!share.hasWaiting()) {
            Thread.onSpinWait();
        }
        order.add("others leave");
        leave.countDown();
        CompletableFuture.allOf(one, other, large).join();

        assertThat(order).containsExactly("others leave", "large");
    }

    @Test
    void whatIsLargerThanAllRoomTakesAllOfIt() throws IOException {
        assertThat(share.<String>take(11 * MEBIBYTE, () -> "in")).isEqualTo("in");
        assertThat(share.<String>take(10 * MEBIBYTE, () -> "in again")).isEqualTo("in again");
    }

    @Test
    void roomComesBackWhenTheWorkFails() throws IOException {
        for (int i = 0; i < 3; i++) {
            try {
                share.take(
                        10 * MEBIBYTE,
                        () -> {
                            throw new IOException("torn");
                        });
            } catch (IOException torn) {
                order.add(torn.getMessage());
            }
        }

        assertThat(order).containsExactly("torn", "torn", "torn");
    }

    private CompletableFuture<Void> inside(long bytes, CountDownLatch in, CountDownLatch leave) {
        return take(
                bytes,
                () -> {
                    in.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private CompletableFuture<Void> take(long bytes, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        share.take(
                                bytes,
                                () -> {
                                    work.run();
                                    return null;
                                });
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
    }
}
