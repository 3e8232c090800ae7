package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final int PATIENCE_SECONDS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> done = new ArrayList<>();
    private final CountDownLatch firstBegun = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void whoIsAloneWaitsForNobody() throws Exception {
        new Groups<Integer>(4, done::add).join(1);

        assertThat(done).containsExactly(List.of(1));
    }

    @Test
    void whoComesMeanwhileIsDoneTogether() throws Exception {
        Groups<Integer> groups = new Groups<>(8, this::slowAtFirst);
        CompletableFuture<Void> first = join(groups, 0);
        firstBegun.await();
        List<CompletableFuture<Void>> others =
                IntStream.range(1, 8).mapToObj(item -> join(groups, item)).toList();
        Thread.sleep(200);
        firstMayEnd.countDown();
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (CompletableFuture<Void> other : others) {
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        join(groups, 8).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(done).extracting(List::size).containsExactly(1, 7, 1);
    }

    @Test
    void oneThatCannotBeDoneHarmsNoOther() throws Exception {
        Groups<Integer> groups =
                new Groups<>(
                        4,
                        group -> {
                            slowAtFirst(group);
                            if (group.contains(2)) {
                                throw new IllegalArgumentException("not two");
                            }
                        });
        join(groups, 0);
        firstBegun.await();
        CompletableFuture<Void> good = join(groups, 1);
        CompletableFuture<Void> bad = join(groups, 2);
        Thread.sleep(200);
        firstMayEnd.countDown();

        good.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThatThrownBy(() -> bad.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("not two");
        assertThat(done).contains(List.of(1), List.of(2));
    }

    @Test
    void errorEndsTheWaitOfAll() throws Exception {
        Groups<Integer> groups =
                new Groups<>(
                        4,
                        group -> {
                            slowAtFirst(group);
                            if (group.contains(2)) {
                                throw new AssertionError("broken");
                            }
                        });
        join(groups, 0);
        firstBegun.await();
        CompletableFuture<Void> one = join(groups, 1);
        CompletableFuture<Void> two = join(groups, 2);
        Thread.sleep(200);
        firstMayEnd.countDown();

        assertThatThrownBy(() -> two.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("broken");
        assertThatThrownBy(() -> one.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("broken");
    }

    @Test
    void everyItemOfACrowdIsDoneOnceAndNoGroupIsTooLarge() throws Exception {
        AtomicInteger sum = new AtomicInteger();
        AtomicInteger largest = new AtomicInteger();
        Groups<Integer> groups =
                new Groups<>(
                        4,
                        group -> {
                            largest.accumulateAndGet(group.size(), Math::max);
                            group.forEach(sum::addAndGet);
                        });
        List<CompletableFuture<Void>> all =
                IntStream.rangeClosed(1, 500).mapToObj(item -> join(groups, item)).toList();
        for (CompletableFuture<Void> one : all) {
            one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(sum).hasValue(500 * 501 / 2);
        assertThat(largest.get()).isBetween(1, 4);
    }

    private void slowAtFirst(List<Integer> group) {
        done.add(group);
        if (done.size() == 1) {
            firstBegun.countDown();
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private CompletableFuture<Void> join(Groups<Integer> groups, int item) {
        return CompletableFuture.runAsync(() -> groups.join(item), threads);
    }
}
