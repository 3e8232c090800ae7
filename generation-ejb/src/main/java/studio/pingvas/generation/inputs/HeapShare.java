package studio.pingvas.generation.inputs;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.pingvas.contracts.UnavailableException;

/** A part of the heap for files, in which they take turns by their size. */
final class HeapShare {
    private static final int PATIENCE_SECONDS = 20;
    private static final int MEBIBYTE = 1 << 20;

    private final int mebibytes;
    private final Semaphore free;

    HeapShare(long bytes) {
        mebibytes = mebibytesOf(bytes);
        free = new Semaphore(mebibytes, true);
    }

    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * @param bytes that the work holds; more than there are wait until all are free
     * @throws UnavailableException if they do not become free
     */
    <T> T take(long bytes, Work<T> work) throws IOException {
        int wanted = Math.min(mebibytes, mebibytesOf(bytes));
        await(wanted);
        try {
            return work.run();
        } finally {
            free.release(wanted);
        }
    }

    boolean hasWaiting() {
        return free.hasQueuedThreads();
    }

    /** Rounded up: even nothing counts. */
    private static int mebibytesOf(long bytes) {
        return Math.toIntExact(Math.max(1, (bytes + MEBIBYTE - 1) / MEBIBYTE));
    }

    private void await(int wanted) {
        try {
            if (!free.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UnavailableException(
                        "Too many pictures are uploaded at the moment. Try again soon.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The server is going down. Try again soon.");
        }
    }
}
