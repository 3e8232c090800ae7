package studio.pingvas.platform.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Forces files to the disk at the same time: the file system then writes its journal once or twice
 * for all of them, and who waits for three files waits about half as long.
 */
final class ForcingThreads {
    private static final int MOST = 2;
    private static final int IDLE_SECONDS = 10;

    /** Whoever finds all of them busy does it without them. */
    private final Executor threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    ForcingThreads::daemon,
                    new ThreadPoolExecutor.CallerRunsPolicy());

    void force(List<HalfWrittenFile> files) throws IOException {
        List<FutureTask<Void>> tasks = files.stream().map(ForcingThreads::taskOf).toList();
        tasks.stream().skip(1).forEach(threads::execute);
        tasks.stream().limit(1).forEach(FutureTask::run);
        for (FutureTask<Void> task : tasks) {
            await(task);
        }
    }

    private static FutureTask<Void> taskOf(HalfWrittenFile file) {
        return new FutureTask<>(
                () -> {
                    file.force();
                    return null;
                });
    }

    private static void await(FutureTask<Void> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("Interrupted.").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("A file could not be forced to the disk.", e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "object-store-force");
        thread.setDaemon(true);
        return thread;
    }
}
