package studio.pingvas.worker.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Damage that its author covered up. */
final class WebpLengths {
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpLengths() {}

    /** The file as long as it says, its last chunk ending with it. */
    static byte[] right(byte[] file) {
        if (file.length < FILE_HEADER + CHUNK_HEADER) {
            return file;
        }
        byte[] even = Arrays.copyOf(file, file.length & ~1);
        ByteBuffer copy = ByteBuffer.wrap(even).order(ByteOrder.LITTLE_ENDIAN);
        copy.putInt(4, even.length - CHUNK_HEADER);
        int at = FILE_HEADER;
        while (at + CHUNK_HEADER <= even.length) {
            int room = even.length - at - CHUNK_HEADER;
            int length = copy.getInt(at + 4);
            if (length < 0 || length > room - CHUNK_HEADER) {
                length = room;
                copy.putInt(at + 4, room);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return even;
    }
}
