package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFF structures with one entry. */
public final class ExifBytes {
    private ExifBytes() {}

    public static byte[] orientation(int value, ByteOrder order) {
        return entry(8, 1, 0x0112, 3, value, order);
    }

    static byte[] entry(int directory, int entries, int tag, int type, int value, ByteOrder order) {
        String mark = order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM";
        return ByteBuffer.allocate(26)
                .order(order)
                .put((byte) mark.charAt(0))
                .put((byte) mark.charAt(1))
                .putShort((short) 42)
                .putInt(directory)
                .putShort((short) entries)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
