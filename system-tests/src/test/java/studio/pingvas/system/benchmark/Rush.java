package studio.pingvas.system.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Users who do the same again and again, each waiting for the answer, until it is stopped. */
final class Rush implements AutoCloseable {
    private final LongAdder done = new LongAdder();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();

    private Rush(int users) {
        threads = Executors.newFixedThreadPool(users);
    }

    static Rush of(int users, IntFunction<Runnable> user) {
        Rush rush = new Rush(users);
        for (int number = 0; number < users; number++) {
            Runnable action = user.apply(number);
            rush.running.add(rush.threads.submit(() -> rush.repeat(action)));
        }
        return rush;
    }

    static long during(Duration length, int users, IntFunction<Runnable> user)
            throws InterruptedException {
        try (Rush rush = of(users, user)) {
            Thread.sleep(length.toMillis());
            return rush.done();
        }
    }

    long done() {
        return done.sum();
    }

    private void repeat(Runnable action) {
        while (!stopped.get()) {
            action.run();
            done.increment();
        }
    }

    /** Waits for what is under way; whoever failed fails here. */
    @Override
    public void close() {
        stopped.set(true);
        threads.shutdown();
        for (Future<?> user : running) {
            try {
                user.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
