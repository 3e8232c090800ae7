package studio.pingvas.worker.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import studio.pingvas.platform.picture.BarePicture;

/**
 * PNG (ISO/IEC 15948) row by row. Our own, because it needs two rows beside the bitmap and inflates
 * no byte more than the header promises; the JDK's reader holds 16-bit pictures twice.
 */
final class PngDecoder {
    /** Start and distance of the pixels of each pass, across and down; the last is the only one. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2},
        {0, 0, 1, 1}
    };

    private static final int INTERLACED_PASSES = 7;
    private static final int CHUNK_DATA = 8;
    private static final int CHECKSUM_BYTES = 4;

    private final Inflater inflater = new Inflater();
    private final List<ByteBuffer> parts;
    private final int width;
    private final int height;
    private final boolean interlaced;
    private final PngRow pixels;
    private final UprightCanvas canvas;
    private int nextPart;

    private PngDecoder(BarePicture picture) {
        parts = picture.parts();
        width = picture.header().width();
        height = picture.header().height();
        canvas = new UprightCanvas(picture.header());
        // What follows was looked at when the picture was read: order, lengths and values.
        ByteBuffer header = parts.get(1);
        interlaced = header.get(CHUNK_DATA + 12) == 1;
        nextPart = 2;
        byte[] palette = dataIf("PLTE");
        byte[] transparency = dataIf("tRNS");
        pixels =
                new PngRow(
                        header.get(CHUNK_DATA + 9),
                        header.get(CHUNK_DATA + 8),
                        palette,
                        transparency);
    }

    /**
     * @throws DataFormatException if the pixels are not what the header promises
     */
    static Bitmap decode(BarePicture picture) throws DataFormatException {
        PngDecoder decoder = new PngDecoder(picture);
        try {
            return decoder.decode();
        } finally {
            decoder.inflater.end();
        }
    }

    private Bitmap decode() throws DataFormatException {
        if (!interlaced) {
            readPass(PASSES[INTERLACED_PASSES]);
        } else {
            for (int pass = 0; pass < INTERLACED_PASSES; pass++) {
                readPass(PASSES[pass]);
            }
        }
        requireEnd();
        return canvas.bitmap();
    }

    private void readPass(int[] pass) throws DataFormatException {
        int columns = (width - pass[0] + pass[2] - 1) / pass[2];
        if (columns <= 0) {
            return;
        }
        int unit = pixels.filterUnit();
        // The pixel left of the first one is there too, and black: filters look at it.
        byte[] row = new byte[unit + pixels.bytes(columns)];
        byte[] above = new byte[row.length];
        byte[] filter = new byte[1];
        for (int y = pass[1]; y < height; y += pass[3]) {
            inflate(filter, 0);
            inflate(row, unit);
            PngFilter.undo(filter[0], row, above, unit);
            for (int i = 0; i < columns; i++) {
                pixels.put(row, unit, i, canvas, pass[0] + i * pass[2], y);
            }
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    private void inflate(byte[] into, int start) throws DataFormatException {
        int at = start;
        while (at < into.length) {
            int count = inflater.inflate(into, at, into.length - at);
            at += count;
            if (count == 0) {
                feed();
            }
        }
    }

    /** Only at its end does the stream compare its own checksum. */
    private void requireEnd() throws DataFormatException {
        byte[] surplus = new byte[1];
        while (!inflater.finished()) {
            if (inflater.inflate(surplus) > 0) {
                throw new DataFormatException("more pixels than it has room for");
            }
            if (!inflater.finished()) {
                feed();
            }
        }
    }

    private void feed() throws DataFormatException {
        byte[] data = inflater.needsInput() ? dataIf("IDAT") : null;
        if (data == null) {
            throw new DataFormatException("fewer pixels than it has room for");
        }
        inflater.setInput(data);
    }

    /** The data of the next part, if it has that name. */
    private byte[] dataIf(String name) {
        ByteBuffer part = parts.get(nextPart);
        byte[] found = new byte[4];
        part.get(4, found);
        if (!name.equals(new String(found, StandardCharsets.ISO_8859_1))) {
            return null;
        }
        nextPart++;
        byte[] data = new byte[part.limit() - CHUNK_DATA - CHECKSUM_BYTES];
        part.get(CHUNK_DATA, data);
        return data;
    }
}
