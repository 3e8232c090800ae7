package studio.pingvas.launcher;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part's log, read from a place on. */
final class LogFile {
    private final Path file;
    private long position;

    private LogFile(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    static LogFile fromStart(Path file) {
        return new LogFile(file, 0);
    }

    static LogFile fromNow(Path file) {
        return new LogFile(file, size(file));
    }

    /** Everything since that place; the place stays. */
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** As {@link #text}, and the place moves to the end. */
    String next() {
        byte[] bytes = bytes();
        position += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String lastLine() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "nothing was logged" : lines.get(lines.size() - 1).strip();
    }

    private byte[] bytes() {
        long end = size(file);
        if (end < position) {
            // The part has begun a new file.
            position = 0;
        }
        byte[] bytes = new byte[Math.toIntExact(end - position)];
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(position);
            log.readFully(bytes);
            return bytes;
        } catch (FileNotFoundException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
