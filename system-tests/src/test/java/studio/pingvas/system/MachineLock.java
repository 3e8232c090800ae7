package studio.pingvas.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets test classes of several virtual machines run together, or one of them alone. */
final class MachineLock {
    private static final Path FILE =
            Path.of(System.getProperty("studio.machine-lock", "target/machine.lock"));

    private FileChannel held;

    void take(boolean alone) {
        try {
            held =
                    FileChannel.open(
                            FILE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            held.lock(0, Long.MAX_VALUE, !alone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leave() {
        if (held == null) {
            return;
        }
        try {
            held.close();
            held = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
