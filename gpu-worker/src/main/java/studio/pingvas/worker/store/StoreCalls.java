package studio.pingvas.worker.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls with a time limit, on a thread of their own: a network file system that hangs cannot be
 * interrupted. As long as one call hangs, all others fail at once.
 */
final class StoreCalls {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StoreCalls::daemon);
    private Future<?> last;

    synchronized <T> T call(Duration limit, Callable<T> work) throws IOException {
        if (last != null && !last.isDone()) {
            throw new IOException("The object store does not answer an earlier call.");
        }
        Future<T> answer = thread.submit(work);
        last = answer;
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("The object store did not answer within " + limit + ".", e);
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted.");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw failureOf(e.getCause());
        }
    }

    private static IOException failureOf(Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "object-store");
        thread.setDaemon(true);
        return thread;
    }
}
