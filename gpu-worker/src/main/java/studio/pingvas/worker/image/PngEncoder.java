package studio.pingvas.worker.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG (ISO/IEC 15948) of RGB pixels with text chunks. Our own, because the libraries that are fast
 * enough write no text, and the one in the JDK makes files half as large again.
 */
public final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS_PER_CHANNEL = 8;
    private static final byte TRUE_COLOR = 2;
    private static final byte FILTER_UP = 2;
    // A third of the time of the default, for files that are a tenth larger.
    private static final int COMPRESSION_LEVEL = 4;

    private PngEncoder() {}

    /**
     * @param texts by keyword, written in the order of the map before the pixels
     */
    public static byte[] encode(Bitmap bitmap, Map<String, String> texts) {
        return encode(bitmap, pixels(bitmap), texts);
    }

    /**
     * @param pixels of the bitmap, from {@link #pixels}
     */
    public static byte[] encode(Bitmap bitmap, byte[] pixels, Map<String, String> texts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            writeChunk(out, "IHDR", header(bitmap));
            for (Map.Entry<String, String> text : texts.entrySet()) {
                writeText(out, text.getKey(), text.getValue());
            }
            writeChunk(out, "IDAT", pixels);
            writeChunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail.", e);
        }
    }

    private static byte[] header(Bitmap bitmap) {
        return ByteBuffer.allocate(13)
                .putInt(bitmap.width())
                .putInt(bitmap.height())
                .put(BITS_PER_CHANNEL)
                .put(TRUE_COLOR)
                .array();
    }

    /** tEXt holds Latin-1 only; whatever else goes into iTXt as UTF-8, not compressed. */
    private static void writeText(DataOutputStream out, String keyword, String text)
            throws IOException {
        // A zero byte would end the text for every reader.
        String clean = text.replace('\0', ' ');
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(clean);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (latin) {
            data.write(clean.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            // Compression flag, method, language tag and translated keyword: none of them.
            data.write(new byte[4]);
            data.write(clean.getBytes(StandardCharsets.UTF_8));
        }
        writeChunk(out, latin ? "tEXt" : "iTXt", data.toByteArray());
    }

    /**
     * The compressed pixels, which take nearly all of the time. Each row as its difference from the
     * one above, which compresses well and costs little.
     */
    public static byte[] pixels(Bitmap bitmap) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(out, deflater, 1 << 16)) {
            writeRows(bitmap, compressed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail.", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static void writeRows(Bitmap bitmap, OutputStream out) throws IOException {
        int stride = bitmap.width() * 3;
        byte[] row = new byte[stride];
        byte[] above = new byte[stride];
        byte[] line = new byte[stride + 1];
        line[0] = FILTER_UP;
        for (int y = 0; y < bitmap.height(); y++) {
            copyColors(bitmap, y, row);
            for (int i = 0; i < stride; i++) {
                line[i + 1] = (byte) (row[i] - above[i]);
            }
            out.write(line);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    private static void copyColors(Bitmap bitmap, int y, byte[] row) {
        byte[] rgba = bitmap.rgba();
        int from = y * bitmap.width() * 4;
        for (int i = 0; i < row.length; i += 3, from += 4) {
            row[i] = rgba[from];
            row[i + 1] = rgba[from + 1];
            row[i + 2] = rgba[from + 2];
        }
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] data)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}
