package studio.pingvas.platform.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds a PNG chunk by chunk, right ones and wrong ones. */
public final class PngFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private PngFile() {
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    public static PngFile of(int width, int height, int depth, int colorType) {
        return of(width, height, depth, colorType, false);
    }

    public static PngFile of(int width, int height, int depth, int colorType, boolean interlaced) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colorType).putShort((short) 0);
        header.put((byte) (interlaced ? 1 : 0));
        return new PngFile().with("IHDR", header.array());
    }

    public static PngFile withoutHeader() {
        return new PngFile();
    }

    public PngFile with(String name, byte... data) {
        byte[] type = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        bytes.writeBytes(type);
        bytes.writeBytes(data);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return this;
    }

    /** Rows with their filter bytes, not yet compressed. */
    public PngFile withPixels(byte... rows) {
        return with("IDAT", deflate(rows));
    }

    public byte[] bytes() {
        return with("IEND").bytesSoFar();
    }

    public byte[] bytesSoFar() {
        return bytes.toByteArray();
    }

    public static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
