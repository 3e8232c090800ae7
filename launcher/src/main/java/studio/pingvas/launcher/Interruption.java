package studio.pingvas.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While work goes on, Ctrl-C interrupts its thread and gives it time to end what it has started.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 60;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt);

    private Interruption() {}

    static void during(Runnable work, Runnable cleaning) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // Cleaning waits for processes to end, which it could not do with the mark set.
            boolean interrupted = Thread.interrupted();
            cleaning.run();
            if (interrupted) {
                throw new PlatformException("Interrupted; what was started is ended again.", e);
            }
            throw e;
        } finally {
            interruption.finish();
        }
    }

    private void interrupt() {
        worker.interrupt();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C was pressed: the hook is running and has just been let go.
            Thread.currentThread().interrupt();
        }
    }
}
