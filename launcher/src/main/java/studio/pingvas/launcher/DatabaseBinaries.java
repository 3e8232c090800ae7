package studio.pingvas.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's binaries while the launcher is built: {@code <platform>/postgresql}. */
public final class DatabaseBinaries {
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private DatabaseBinaries() {}

    public static void main(String[] arguments) throws IOException {
        Path platform = Path.of(arguments[0]);
        Path target = platform.resolve("postgresql");
        if (Files.exists(target)) {
            return;
        }
        Path half = platform.resolve("postgresql.new");
        Folders.delete(half);
        unpack(archiveIn(platform.resolve("postgresql-archive")), half);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path archiveIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txz")).findFirst().orElseThrow();
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException(entry.getName() + " leaves the folder");
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            boolean program = (entry.getMode() & EXECUTABLE_BY_OWNER) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
