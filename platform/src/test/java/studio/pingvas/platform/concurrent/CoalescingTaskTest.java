package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescingTaskTest {
    private final Queue<Runnable> submitted = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void manyAsksBeforeTheRunMakeOneRun() {
        CoalescingTask task = new CoalescingTask(runs::incrementAndGet);
        task.ask(submitted::add);
        task.ask(submitted::add);
        task.ask(submitted::add);

        submitted.remove().run();

        assertThat(submitted).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void anAskDuringTheRunMakesOneMore() {
        CoalescingTask[] task = new CoalescingTask[1];
        task[0] =
                new CoalescingTask(
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                task[0].ask(submitted::add);
                                task[0].ask(submitted::add);
                            }
                        });
        task[0].ask(submitted::add);

        submitted.remove().run();

        assertThat(submitted).isEmpty();
        assertThat(runs).hasValue(2);
    }

    @Test
    void aFailedRunDoesNotBlockTheNext() {
        CoalescingTask task =
                new CoalescingTask(
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("first run");
                            }
                        });
        task.ask(submitted::add);
        assertThatThrownBy(() -> submitted.remove().run()).hasMessage("first run");

        task.ask(submitted::add);
        submitted.remove().run();

        assertThat(runs).hasValue(2);
    }

    @Test
    void aRefusedRunDoesNotBlockTheNext() {
        CoalescingTask task = new CoalescingTask(runs::incrementAndGet);
        assertThatThrownBy(
                        () ->
                                task.ask(
                                        run -> {
                                            throw new RejectedExecutionException();
                                        }))
                .isInstanceOf(RejectedExecutionException.class);

        task.ask(Runnable::run);

        assertThat(runs).hasValue(1);
    }
}
