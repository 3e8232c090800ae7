package studio.pingvas.web.rest.generation;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file without a name: whatever becomes of this process, nothing is left of it. */
final class SpoolFile implements Closeable {
    private static final int WINDOW = 1 << 16;

    private final FileChannel file;

    private SpoolFile(FileChannel file) {
        this.file = file;
    }

    static SpoolFile of(InputStream source) throws IOException {
        Path path = Files.createTempFile("upload", null);
        // Its name goes as soon as it is open.
        SpoolFile spool =
                new SpoolFile(
                        FileChannel.open(
                                path,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE));
        try {
            spool.fill(source);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void fill(InputStream source) throws IOException {
        byte[] window = new byte[WINDOW];
        for (int read = source.read(window); read >= 0; read = source.read(window)) {
            ByteBuffer bytes = ByteBuffer.wrap(window, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    long length() throws IOException {
        return file.size();
    }

    byte[] read(long begin, long end) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - begin)];
        read(begin, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /**
     * Where the bytes lie.
     *
     * @param from where they begin at the earliest
     * @param to where they end at the latest
     * @return -1 if they are not there
     */
    long indexOf(byte[] wanted, long from, long to) throws IOException {
        long end = Math.min(to, length());
        byte[] window = new byte[(int) Math.min(WINDOW, Math.max(0, end - from))];
        long at = from;
        while (at + wanted.length <= end) {
            int length = (int) Math.min(window.length, end - at);
            read(at, ByteBuffer.wrap(window, 0, length));
            int found = indexOf(wanted, window, length);
            if (found >= 0) {
                return at + found;
            }
            at += length - wanted.length + 1;
        }
        return -1;
    }

    private static int indexOf(byte[] wanted, byte[] window, int length) {
        for (int at = 0; at <= length - wanted.length; at++) {
            if (window[at] == wanted[0]
                    && Arrays.equals(window, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void read(long begin, ByteBuffer target) throws IOException {
        long at = begin;
        while (target.hasRemaining()) {
            int read = file.read(target, at);
            if (read < 0) {
                throw new EOFException();
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
