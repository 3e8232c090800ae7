package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;

/**
 * The one value of Exif that changes how a picture looks: tag 0x0112 of the first directory of a
 * TIFF structure. Whatever is wrong with it, the picture itself is still good.
 */
final class ExifOrientation {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int MAX_ENTRIES = 1000;

    private static final int BYTES = 26;

    private final FileBytes bytes;
    private final int start;
    private final int length;
    private final boolean littleEndian;

    private ExifOrientation(FileBytes bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.littleEndian = length >= 2 && bytes.unsigned16(start) == 0x4949;
    }

    /**
     * @param start of the TIFF structure, which the file is known to hold whole
     */
    static Orientation read(FileBytes bytes, int start, int length) {
        return new ExifOrientation(bytes, start, length).read();
    }

    /** A structure that says nothing else. */
    static byte[] write(Orientation orientation) {
        return ByteBuffer.allocate(BYTES)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) (orientation.ordinal() + 1))
                .array();
    }

    private Orientation read() {
        if (length < 8 || !littleEndian && bytes.unsigned16(start) != 0x4D4D || number(2) != 42) {
            return Orientation.UPRIGHT;
        }
        long directory = longNumber(4);
        if (directory > length - 2) {
            return Orientation.UPRIGHT;
        }
        int entries = Math.min(number((int) directory), MAX_ENTRIES);
        int at = (int) directory + 2;
        for (int i = 0; i < entries && at <= length - ENTRY_BYTES; i++, at += ENTRY_BYTES) {
            if (number(at) == ORIENTATION) {
                boolean oneShort = number(at + 2) == SHORT && longNumber(at + 4) == 1;
                return Orientation.ofExif(oneShort ? number(at + 8) : 0);
            }
        }
        return Orientation.UPRIGHT;
    }

    private int number(int at) {
        return littleEndian ? bytes.littleEndian16(start + at) : bytes.unsigned16(start + at);
    }

    private long longNumber(int at) {
        return littleEndian ? bytes.littleEndian32(start + at) : bytes.unsigned32(start + at);
    }
}
