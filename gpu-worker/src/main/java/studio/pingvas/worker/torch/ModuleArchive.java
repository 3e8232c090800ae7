package studio.pingvas.worker.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.pingvas.worker.tensor.NetworkException;

/**
 * The directory of a TorchScript file, which is a ZIP archive. libtorch allocates what an entry
 * says that it unpacks to, before it looks whether it does: a few bytes can take all memory there
 * is. Weights are stored as they are; only code and its tables are packed.
 */
final class ModuleArchive {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int MAX_DIRECTORY_BYTES = 64 << 20;
    private static final long MAX_UNPACKED = 256 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LARGE_SIZES = 1;
    private static final long IN_LARGE_SIZES = 0xFFFFFFFFL;

    private final FileChannel file;
    private final long length;

    private ModuleArchive(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /**
     * @throws NetworkException if it is no archive, unpacks to more than code may, or cannot be
     *     read
     */
    static void require(Path path) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            new ModuleArchive(file).require();
        } catch (IllegalArgumentException e) {
            throw new NetworkException(
                    path.getFileName() + " cannot be loaded: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NetworkException(
                    path.getFileName() + " cannot be loaded: it cannot be read", e);
        }
    }

    private void require() throws IOException {
        ByteBuffer directory = directory();
        long stored = 0;
        long unpacked = 0;
        while (directory.hasRemaining()) {
            check(directory.remaining() >= ENTRY_BYTES, "its directory is cut off");
            ByteBuffer entry = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
            check(entry.getInt(0) == ENTRY, "its directory is damaged");
            int name = entry.getShort(28) & 0xFFFF;
            int extra = entry.getShort(30) & 0xFFFF;
            int size = ENTRY_BYTES + name + extra + (entry.getShort(32) & 0xFFFF);
            check(size <= entry.remaining(), "its directory is cut off");
            long bytes = unpackedSize(entry, ENTRY_BYTES + name, extra);
            int method = entry.getShort(10);
            check(method == STORED || method == DEFLATED, "it is packed in an unknown way");
            if (method == STORED) {
                stored = add(stored, bytes, length);
            } else {
                unpacked = add(unpacked, bytes, MAX_UNPACKED);
            }
            directory.position(directory.position() + size);
        }
    }

    private ByteBuffer directory() throws IOException {
        int tailBytes = (int) Math.min(length, END_BYTES + MAX_COMMENT);
        ByteBuffer tail = read(length - tailBytes, tailBytes);
        int end = tailBytes - END_BYTES;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        check(end >= 0, "it is no archive");
        long bytes = tail.getInt(end + 12) & 0xFFFFFFFFL;
        long start = tail.getInt(end + 16) & 0xFFFFFFFFL;
        if (end >= LOCATOR_BYTES && tail.getInt(end - LOCATOR_BYTES) == LOCATOR) {
            ByteBuffer large = read(tail.getLong(end - LOCATOR_BYTES + 8), LARGE_END_BYTES);
            check(large.getInt(0) == LARGE_END, "its directory is damaged");
            bytes = large.getLong(40);
            start = large.getLong(48);
        }
        check(bytes >= 0 && bytes <= MAX_DIRECTORY_BYTES, "its directory is too long");
        return read(start, (int) bytes);
    }

    private static long unpackedSize(ByteBuffer entry, int extraStart, int extraBytes) {
        long size = entry.getInt(24) & 0xFFFFFFFFL;
        if (size != IN_LARGE_SIZES) {
            return size;
        }
        int at = extraStart;
        while (at + 4 <= extraStart + extraBytes) {
            int bytes = entry.getShort(at + 2) & 0xFFFF;
            if (entry.getShort(at) == LARGE_SIZES && bytes >= Long.BYTES) {
                check(at + 4 + bytes <= extraStart + extraBytes, "its directory is damaged");
                return entry.getLong(at + 4);
            }
            at += 4 + bytes;
        }
        throw new IllegalArgumentException("its directory is damaged");
    }

    private static long add(long sum, long bytes, long most) {
        check(bytes >= 0 && bytes <= most - sum, "it unpacks to more than it should");
        return sum + bytes;
    }

    private ByteBuffer read(long start, int bytes) throws IOException {
        check(start >= 0 && bytes <= length - start, "its directory is cut off");
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            check(file.read(buffer, start + buffer.position()) > 0, "it is cut off");
        }
        return buffer.flip();
    }

    private static void check(boolean right, String complaint) {
        if (!right) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
