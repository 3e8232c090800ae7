package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG (ISO/IEC 15948). An animation is taken by its default image. Ancillary chunks
 * but tRNS are passed over: nothing but pixels is ever inflated.
 */
final class PngStructure {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int FRAME_BYTES = 12;
    private static final int MAX_CHUNKS = 1 << 16;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final FileBytes file;
    private final List<ByteBuffer> bare = new ArrayList<>();
    private long width;
    private long height;
    private int colorType;
    private boolean palette;
    private boolean transparency;
    private boolean pixels;
    private boolean pixelsOver;
    private boolean animated;
    private Orientation orientation = Orientation.UPRIGHT;

    PngStructure(FileBytes file) {
        this.file = file;
    }

    static boolean matches(FileBytes file) {
        return file.startsWith(0, SIGNATURE);
    }

    BarePicture parse() {
        bare.add(file.part(0, SIGNATURE.length));
        int at = SIGNATURE.length;
        String name;
        int chunks = 0;
        do {
            int length = file.require(at, file.unsigned32(at) + FRAME_BYTES) - FRAME_BYTES;
            name = file.name(at + 4);
            check(chunks++ < MAX_CHUNKS, "it has too many chunks");
            check(name.equals("IHDR") == (chunks == 1), "its header is not its first chunk");
            read(name, at, length);
            at += length + FRAME_BYTES;
        } while (!name.equals("IEND"));
        check(pixels, "it has no pixels");
        if (orientation != Orientation.UPRIGHT) {
            bare.add(bare.size() - 1, chunk("eXIf", ExifOrientation.write(orientation)));
        }
        return new BarePicture(header(), bare);
    }

    private PictureHeader header() {
        if (width > PictureHeader.MAX_SIDE || height > PictureHeader.MAX_SIDE) {
            throw Refusals.tooManyPixels(width, height);
        }
        return new PictureHeader(
                PictureFormat.PNG, (int) width, (int) height, orientation, animated);
    }

    private void read(String name, int at, int length) {
        if (NEEDED.contains(name)) {
            check(checksum(at + 4, length + 4) == file.unsigned32(at + 8 + length), "a checksum");
            bare.add(file.part(at, length + FRAME_BYTES));
        }
        pixelsOver |= pixels && !name.equals("IDAT");
        int data = at + 8;
        switch (name) {
            case "IHDR" -> readHeader(data, length);
            case "PLTE" -> readPalette(length);
            case "tRNS" -> readTransparency(length);
            case "IDAT" -> readPixels();
            case "IEND" -> check(length == 0, "its end has content");
            case "acTL" -> animated |= !pixels;
            case "eXIf" -> orientation = ExifOrientation.read(file, data, length);
            default -> check(isAncillary(name), "it has an unknown part");
        }
    }

    private void readHeader(int data, int length) {
        check(length == HEADER_BYTES, "its header");
        width = file.unsigned32(data);
        height = file.unsigned32(data + 4);
        // Before any other byte is looked at.
        header();
        colorType = file.unsigned8(data + 9);
        check(
                PngColors.exist(colorType, file.unsigned8(data + 8))
                        && file.unsigned16(data + 10) == 0
                        && file.unsigned8(data + 12) <= 1,
                "its header");
    }

    private void readPalette(int length) {
        check(!palette && !pixels && !transparency, "its palette is not where it belongs");
        check(length > 0 && length <= 3 * 256 && length % 3 == 0, "its palette");
        palette = true;
    }

    private void readTransparency(int length) {
        check(!transparency && !pixels, "its transparency is not where it belongs");
        boolean fits =
                switch (colorType) {
                    case PngColors.GREY -> length == 2;
                    case PngColors.RGB -> length == 6;
                    case PngColors.PALETTE -> palette && length <= 256;
                    default -> false;
                };
        check(fits, "its transparency");
        transparency = true;
    }

    private void readPixels() {
        check(!pixelsOver, "its pixels are scattered");
        check(colorType != PngColors.PALETTE || palette, "it lacks its palette");
        pixels = true;
    }

    private long checksum(int at, int length) {
        return checksum(file.part(at, length));
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static ByteBuffer chunk(String name, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME_BYTES + data.length).putInt(data.length);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
        int checksum = (int) checksum(chunk.duplicate().flip().position(4));
        return chunk.putInt(checksum).flip();
    }

    private static boolean isAncillary(String name) {
        return Character.isLowerCase(name.charAt(0));
    }

    private static void check(boolean right, String complaint) {
        if (!right) {
            throw Refusals.damaged(complaint);
        }
    }
}
