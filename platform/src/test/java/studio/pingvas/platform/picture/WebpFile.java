package studio.pingvas.platform.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds a WebP chunk by chunk. */
public final class WebpFile {
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    public WebpFile with(String name, byte... data) {
        chunks.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        chunks.writeBytes(littleEndian(data.length));
        chunks.writeBytes(data);
        if (data.length % 2 == 1) {
            chunks.write(0);
        }
        return this;
    }

    public WebpFile extended(int flags, int width, int height) {
        return with(
                "VP8X",
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(flags)
                        .putShort((short) (width - 1))
                        .put((byte) (width - 1 >> 16))
                        .putShort((short) (height - 1))
                        .put((byte) (height - 1 >> 16))
                        .array());
    }

    /** The first bytes of a lossless frame. */
    public WebpFile lossless(int width, int height) {
        return with(
                "VP8L",
                ByteBuffer.allocate(9)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0x2F)
                        .putInt(width - 1 | height - 1 << 14)
                        .array());
    }

    /** The first bytes of a lossy frame. */
    public WebpFile lossy(int width, int height) {
        return with(
                "VP8 ",
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(new byte[] {0x10, 0, 0, (byte) 0x9D, 1, 0x2A})
                        .putShort((short) width)
                        .putShort((short) height)
                        .array());
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(littleEndian(4 + chunks.size()));
        file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }
}
