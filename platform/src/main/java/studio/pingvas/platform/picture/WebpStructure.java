package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The chunks of a WebP (RFC 9649) with one frame; animations are refused. */
final class WebpStructure {
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int MAX_CHUNKS = 1 << 12;
    private static final int EXTENDED_BYTES = 10;
    private static final int ALPHA_FLAG = 0x10;
    private static final int EXIF_FLAG = 0x08;
    private static final int[] KEY_FRAME_CODE = {0x9D, 0x01, 0x2A};

    private final FileBytes file;
    private ByteBuffer extended;
    private ByteBuffer alpha;
    private ByteBuffer pixels;
    private int canvasWidth;
    private int canvasHeight;
    private int width;
    private int height;
    private Orientation orientation = Orientation.UPRIGHT;

    WebpStructure(FileBytes file) {
        this.file = file;
    }

    static boolean matches(FileBytes file) {
        return file.startsWith(0, RIFF) && file.startsWith(8, WEBP);
    }

    BarePicture parse() {
        long stated = file.littleEndian32(4) + CHUNK_HEADER_BYTES;
        int end = file.require(0, stated);
        int at = FILE_HEADER_BYTES;
        for (int chunks = 0; at < end; chunks++) {
            check(chunks < MAX_CHUNKS, "it has too many chunks");
            long padded = file.littleEndian32(at + 4) + 1 & ~1L;
            check(at + CHUNK_HEADER_BYTES + padded <= end, "it ends too early");
            read(file.name(at), at, (int) file.littleEndian32(at + 4));
            at += CHUNK_HEADER_BYTES + (int) padded;
        }
        check(pixels != null, "it has no pixels");
        check(
                extended == null || canvasWidth == width && canvasHeight == height,
                "its frame does not fill it");
        return new BarePicture(
                new PictureHeader(PictureFormat.WEBP, width, height, orientation, false), bare());
    }

    private void read(String name, int at, int length) {
        int data = at + CHUNK_HEADER_BYTES;
        switch (name) {
            case "VP8X" -> readExtended(at, data, length);
            case "ALPH" -> {
                check(alpha == null && pixels == null && extended != null, "its transparency");
                alpha = chunk(at, length);
            }
            case "VP8 " -> readLossy(at, data, length);
            case "VP8L" -> readLossless(at, data, length);
            case "EXIF" -> {
                check(extended != null, "its header");
                orientation = ExifOrientation.read(file, data, length);
            }
            case "ANIM", "ANMF" -> throw Refusals.notSupported("an animation");
            default -> {}
        }
    }

    private void readExtended(int at, int data, int length) {
        check(at == FILE_HEADER_BYTES && length == EXTENDED_BYTES, "its header");
        canvasWidth = file.littleEndian24(data + 4) + 1;
        canvasHeight = file.littleEndian24(data + 7) + 1;
        if (canvasWidth > PictureHeader.MAX_SIDE || canvasHeight > PictureHeader.MAX_SIDE) {
            throw Refusals.tooManyPixels(canvasWidth, canvasHeight);
        }
        extended = chunk(at, length);
    }

    private void readLossy(int at, int data, int length) {
        check(pixels == null && length >= 10, "its frame");
        boolean keyFrame = (file.unsigned8(data) & 1) == 0;
        check(keyFrame, "its frame");
        for (int i = 0; i < KEY_FRAME_CODE.length; i++) {
            check(file.unsigned8(data + 3 + i) == KEY_FRAME_CODE[i], "its frame");
        }
        width = file.littleEndian16(data + 6) & 0x3FFF;
        height = file.littleEndian16(data + 8) & 0x3FFF;
        pixels = chunk(at, length);
    }

    private void readLossless(int at, int data, int length) {
        check(pixels == null && alpha == null && length >= 5, "its frame");
        long bits = file.littleEndian32(data + 1);
        check(file.unsigned8(data) == 0x2F && bits >> 29 == 0, "its frame");
        width = (int) (bits & 0x3FFF) + 1;
        height = (int) (bits >> 14 & 0x3FFF) + 1;
        pixels = chunk(at, length);
    }

    private List<ByteBuffer> bare() {
        List<ByteBuffer> chunks = new ArrayList<>();
        if (extended != null) {
            chunks.add(plain(extended));
        }
        if (alpha != null) {
            chunks.add(alpha);
        }
        chunks.add(pixels);
        if (orientation != Orientation.UPRIGHT) {
            chunks.add(exif());
        }
        int length = chunks.stream().mapToInt(ByteBuffer::limit).sum();
        List<ByteBuffer> bare = new ArrayList<>();
        bare.add(
                ByteBuffer.allocate(FILE_HEADER_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(RIFF)
                        .putInt(WEBP.length + length)
                        .put(WEBP)
                        .flip());
        bare.addAll(chunks);
        return bare;
    }

    private ByteBuffer exif() {
        byte[] tiff = ExifOrientation.write(orientation);
        return ByteBuffer.allocate(CHUNK_HEADER_BYTES + tiff.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(tiff.length)
                .put(tiff)
                .flip();
    }

    /** The extended header, promising only what is left. */
    private ByteBuffer plain(ByteBuffer extended) {
        ByteBuffer copy = ByteBuffer.allocate(extended.limit()).put(extended.duplicate()).flip();
        int exif = orientation == Orientation.UPRIGHT ? 0 : EXIF_FLAG;
        int flags = copy.get(CHUNK_HEADER_BYTES) & ALPHA_FLAG | exif;
        return copy.put(CHUNK_HEADER_BYTES, (byte) flags);
    }

    private ByteBuffer chunk(int at, int length) {
        return file.part(at, CHUNK_HEADER_BYTES + length + (length & 1));
    }

    private static void check(boolean right, String complaint) {
        if (!right) {
            throw Refusals.damaged(complaint);
        }
    }
}
