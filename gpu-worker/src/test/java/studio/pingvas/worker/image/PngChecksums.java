package studio.pingvas.worker.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Damage that its author covered up. */
final class PngChecksums {
    private PngChecksums() {}

    /** The file with the right checksum behind each chunk that it has whole. */
    static byte[] right(byte[] file) {
        ByteBuffer copy = ByteBuffer.wrap(file.clone());
        int at = 8;
        while (at + 12 <= file.length) {
            int length = copy.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(copy.array(), at + 4, length + 4);
            copy.putInt(at + 8 + length, (int) crc.getValue());
            at += length + 12;
        }
        return copy.array();
    }
}
