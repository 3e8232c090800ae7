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
        Groups.<Integer>withoutAnswers(4, done::add).join(1);

        assertThat(done).containsExactly(List.of(1));
    }

    @Test
    void whoComesMeanwhileIsDoneTogether() throws Exception {
        Groups<Integer, String> groups = new Groups<>(8, this::slowAtFirst);
        CompletableFuture<String> first = join(groups, 0);
        firstBegun.await();
        List<CompletableFuture<String>> others =
                IntStream.range(1, 8).mapToObj(item -> join(groups, item)).toList();
        Thread.sleep(200);
        firstMayEnd.countDown();
        List<String> answers = new ArrayList<>();
        answers.add(answerOf(first));
        for (CompletableFuture<String> other : others) {
            answers.add(answerOf(other));
        }
        answers.add(answerOf(join(groups, 8)));

        assertThat(done).extracting(List::size).containsExactly(1, 7, 1);
        assertThat(answers).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void oneThatCannotBeDoneHarmsNoOther() throws Exception {
        Groups<Integer, String> groups =
                new Groups<>(
                        4,
                        group -> {
                            List<String> answers = slowAtFirst(group);
                            if (group.contains(2)) {
                                throw new IllegalArgumentException("not two");
                            }
                            return answers;
                        });
        join(groups, 0);
        firstBegun.await();
        CompletableFuture<String> good = join(groups, 1);
        CompletableFuture<String> bad = join(groups, 2);
        Thread.sleep(200);
        firstMayEnd.countDown();

        assertThat(answerOf(good)).isEqualTo("1");
        assertThatThrownBy(() -> bad.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("not two");
        assertThat(done).contains(List.of(1), List.of(2));
    }

    @Test
    void afterItsGroupFailedAnItemIsDoneAsOneThatIsDoneAgain() throws Exception {
        Groups<Integer, String> groups = new Groups<>(4, this::failingInCompany, item -> 10 * item);
        CompletableFuture<String> first = join(groups, 1);
        firstBegun.await();
        CompletableFuture<String> second = join(groups, 2);
        CompletableFuture<String> third = join(groups, 3);
        Thread.sleep(200);
        firstMayEnd.countDown();

        assertThat(answerOf(first)).isEqualTo("1");
        assertThat(answerOf(second)).isEqualTo("20");
        assertThat(answerOf(third)).isEqualTo("30");
    }

    @Test
    void whoGetsNoAnswerHears() {
        Groups<Integer, String> groups = new Groups<>(4, group -> List.of());

        assertThatThrownBy(() -> answerOf(join(groups, 1)))
                .hasRootCauseMessage("0 answers for 1 items");
    }

    @Test
    void errorEndsTheWaitOfAll() throws Exception {
        Groups<Integer, String> groups =
                new Groups<>(
                        4,
                        group -> {
                            List<String> answers = slowAtFirst(group);
                            if (group.contains(2)) {
                                throw new AssertionError("broken");
                            }
                            return answers;
                        });
        join(groups, 0);
        firstBegun.await();
        CompletableFuture<String> one = join(groups, 1);
        CompletableFuture<String> two = join(groups, 2);
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
        Groups<Integer, String> groups =
                new Groups<>(
                        4,
                        group -> {
                            largest.accumulateAndGet(group.size(), Math::max);
                            group.forEach(sum::addAndGet);
                            return answersFor(group);
                        });
        List<CompletableFuture<String>> all =
                IntStream.rangeClosed(1, 500).mapToObj(item -> join(groups, item)).toList();
        for (int item = 1; item <= 500; item++) {
            assertThat(answerOf(all.get(item - 1))).isEqualTo(String.valueOf(item));
        }

        assertThat(sum).hasValue(500 * 501 / 2);
        assertThat(largest.get()).isBetween(1, 4);
    }

    private List<String> slowAtFirst(List<Integer> group) {
        done.add(group);
        if (done.size() == 1) {
            firstBegun.countDown();
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return answersFor(group);
    }

    private List<String> failingInCompany(List<Integer> group) {
        List<String> answers = slowAtFirst(group);
        if (group.size() > 1) {
            throw new IllegalStateException("too many");
        }
        return answers;
    }

    private static List<String> answersFor(List<Integer> group) {
        return group.stream().map(String::valueOf).toList();
    }

    private static String answerOf(CompletableFuture<String> call) throws Exception {
        return call.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<String> join(Groups<Integer, String> groups, int item) {
        return CompletableFuture.supplyAsync(() -> groups.join(item), threads);
    }
}
