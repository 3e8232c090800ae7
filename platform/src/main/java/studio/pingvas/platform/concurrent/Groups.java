package studio.pingvas.platform.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Work that is cheaper in company: whoever comes first does it for all who have come meanwhile, as
 * a commit of a database does. Nobody waits for company; who is alone is done at once.
 *
 * <p>If the work fails for a group it is done once more for each alone, so that one who cannot be
 * helped harms no other. So it must bear to be done twice.
 */
public final class Groups<T> {
    private record Waiting<T>(T item, CompletableFuture<Void> done) {}

    private final Consumer<List<T>> work;
    private final BlockingQueue<Waiting<T>> waiting;
    private final int most;
    private final ReentrantLock working = new ReentrantLock();

    /**
     * @param most in a group
     * @param work must do all or throw; it may be called by any thread, by one at a time
     */
    public Groups(int most, Consumer<List<T>> work) {
        this.most = most;
        this.work = work;
        this.waiting = new ArrayBlockingQueue<>(16 * most);
    }

    /** Returns when the work is done for the item; throws what the work threw for it alone. */
    public void join(T item) throws InterruptedException {
        Waiting<T> own = new Waiting<>(item, new CompletableFuture<>());
        waiting.put(own);
        while (!own.done.isDone()) {
            // Whoever leads does not leave before all who came earlier are done or led by others.
            working.lockInterruptibly();
            try {
                if (!own.done.isDone()) {
                    doNext();
                }
            } finally {
                working.unlock();
            }
        }
        rethrow(own.done);
    }

    private void doNext() {
        List<Waiting<T>> group = new ArrayList<>(most);
        waiting.drainTo(group, most);
        try {
            work.accept(group.stream().map(Waiting::item).toList());
            group.forEach(member -> member.done.complete(null));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).done.completeExceptionally(e);
            } else {
                group.forEach(this::doAlone);
            }
        } catch (Error e) {
            // Nobody may wait for what no one will do.
            group.forEach(member -> member.done.completeExceptionally(e));
            throw e;
        }
    }

    private void doAlone(Waiting<T> member) {
        try {
            work.accept(List.of(member.item));
            member.done.complete(null);
        } catch (RuntimeException | Error e) {
            member.done.completeExceptionally(e);
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
