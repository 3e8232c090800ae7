package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Only one launcher at a time changes a data folder; a killed one leaves no lock behind. */
final class DataLock {
    private DataLock() {}

    static void during(DataFolder data, Runnable work) {
        Path file = PrivateFiles.folder(data.root()).resolve("lock");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isTaken(channel)) {
                throw new PlatformException(
                        "Another ./studio is at work in " + data.root() + "; wait until it ends.");
            }
            work.run();
        } catch (IOException e) {
            throw new PlatformException(file + " cannot be opened: " + e, e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
