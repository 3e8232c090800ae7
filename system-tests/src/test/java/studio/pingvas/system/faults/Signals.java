package studio.pingvas.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java itself cannot send. */
final class Signals {
    private Signals() {}

    static void send(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("There is no process " + pid + " any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
