package studio.pingvas.platform.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Work that is cheaper in company: whoever comes first does it for all who have come meanwhile, as
 * a commit of a database does. Nobody waits for company; who is alone is done at once.
 *
 * <p>If the work fails for a group it is done once more for each alone, so that one who cannot be
 * helped harms no other. So it must bear to be done twice.
 */
public final class Groups<T> {
    private final Consumer<List<T>> work;
    private final int most;
    private final Queue<Member<T>> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * @param called when it is done or to lead
     */
    private record Member<T>(T item, CompletableFuture<Void> called, CompletableFuture<Void> done) {
        Member(T item) {
            this(item, new CompletableFuture<>(), new CompletableFuture<>());
        }

        void end() {
            done.complete(null);
            called.complete(null);
        }

        void fail(Throwable failure) {
            done.completeExceptionally(failure);
            called.complete(null);
        }
    }

    /**
     * @param most in a group
     * @param work must do all or throw; it may be called by any thread, by one at a time
     */
    public Groups(int most, Consumer<List<T>> work) {
        this.most = most;
        this.work = work;
    }

    /** Returns when the work is done for the item; throws what the work threw for it alone. */
    public void join(T item) {
        Member<T> own = new Member<>(item);
        if (!enter(own)) {
            own.called.join();
        }
        if (!own.done.isDone()) {
            try {
                doAll(nextGroup());
            } finally {
                handOver();
            }
        }
        rethrow(own.done);
    }

    /** Whether nobody leads; then it does. */
    private synchronized boolean enter(Member<T> own) {
        waiting.add(own);
        boolean leads = !led;
        led = true;
        return leads;
    }

    /** Whoever leads is in it: of those who wait, that is the one who came first. */
    private synchronized List<Member<T>> nextGroup() {
        List<Member<T>> group = new ArrayList<>(most);
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

    private void doAll(List<Member<T>> group) {
        try {
            work.accept(group.stream().map(Member::item).toList());
            group.forEach(Member::end);
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

    private void doAlone(Member<T> member) {
        try {
            work.accept(List.of(member.item));
            member.end();
        } catch (RuntimeException | Error e) {
            member.fail(e);
        }
    }

    private static void rethrow(CompletableFuture<Void> done) {
        try {
            done.join();
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
