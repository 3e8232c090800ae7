package studio.pingvas.platform.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Work that is cheaper in company: whoever comes first does it for all who have come meanwhile, as
 * a commit of a database does. Nobody waits for company; who is alone is done at once.
 *
 * <p>If the work fails for a group it is done once more for each alone, so that one who cannot be
 * helped harms no other. So it must bear to be done twice.
 */
public final class Groups<T, R> {
    private final int most;
    private final Function<List<T>, List<R>> work;
    private final UnaryOperator<T> again;
    private final Queue<Member<T, R>> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * @param called when it has its answer or is to lead
     */
    private record Member<T, R>(
            T item, CompletableFuture<Void> called, CompletableFuture<R> answer) {
        Member(T item) {
            this(item, new CompletableFuture<>(), new CompletableFuture<>());
        }

        void end(R result) {
            answer.complete(result);
            called.complete(null);
        }

        void fail(Throwable failure) {
            answer.completeExceptionally(failure);
            called.complete(null);
        }
    }

    /**
     * @param most in a group
     * @param work answers for each item, in their order, or throws; it may be called by any thread,
     *     by one at a time
     */
    public Groups(int most, Function<List<T>, List<R>> work) {
        this(most, work, UnaryOperator.identity());
    }

    /**
     * @param again what is done for an item whose group failed
     */
    public Groups(int most, Function<List<T>, List<R>> work, UnaryOperator<T> again) {
        this.most = most;
        this.work = work;
        this.again = again;
    }

    /** For work that has nothing to say but that it is done. */
    public static <T> Groups<T, Void> withoutAnswers(int most, Consumer<List<T>> work) {
        return new Groups<>(
                most,
                items -> {
                    work.accept(items);
                    return Collections.nCopies(items.size(), null);
                });
    }

    /** Returns the answer for the item; throws what the work threw for it alone. */
    public R join(T item) {
        Member<T, R> own = new Member<>(item);
        if (!enter(own)) {
            own.called.join();
        }
        if (!own.answer.isDone()) {
            try {
                doAll(nextGroup());
            } finally {
                handOver();
            }
        }
        return answerOf(own.answer);
    }

    /** Whether nobody leads; then it does. */
    private synchronized boolean enter(Member<T, R> own) {
        waiting.add(own);
        boolean leads = !led;
        led = true;
        return leads;
    }

    /** Whoever leads is in it: of those who wait, that is the one who came first. */
    private synchronized List<Member<T, R>> nextGroup() {
        List<Member<T, R>> group = new ArrayList<>(most);
        while (group.size() < most && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void handOver() {
        led = !waiting.isEmpty();
        if (led) {
            waiting.element().called.complete(null);
        }
    }

    private void doAll(List<Member<T, R>> group) {
        try {
            List<R> answers = answersFor(group.stream().map(Member::item).toList());
            for (int i = 0; i < answers.size(); i++) {
                group.get(i).end(answers.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).fail(e);
            } else {
                group.forEach(this::doAlone);
            }
        } catch (Error e) {
            // Nobody may wait for what no one will do.
            group.forEach(member -> member.fail(e));
            throw e;
        }
    }

    private void doAlone(Member<T, R> member) {
        try {
            member.end(answersFor(List.of(again.apply(member.item))).get(0));
        } catch (RuntimeException | Error e) {
            member.fail(e);
        }
    }

    private List<R> answersFor(List<T> items) {
        List<R> answers = work.apply(items);
        if (answers.size() != items.size()) {
            throw new IllegalStateException(
                    answers.size() + " answers for " + items.size() + " items");
        }
        return answers;
    }

    private static <R> R answerOf(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
