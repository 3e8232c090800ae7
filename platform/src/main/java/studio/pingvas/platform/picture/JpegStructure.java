package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a JPEG (ITU-T T.81): baseline or progressive Huffman coding, 8 bits, grey or
 * three colours. Everything rarer is refused by name.
 */
final class JpegStructure {
    private static final byte[] START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int ADOBE_BYTES = 14;
    // A segment without its own thumbnail; that it is there decides about the colours.
    private static final byte[] PLAIN_JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    // Each scan visits every pixel, however few bytes it has; encoders make about ten.
    private static final int MAX_SCANS = 32;
    private static final int MAX_SEGMENTS = 1 << 12;

    private static final int DHT = 0xC4;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int COM = 0xFE;

    private final FileBytes file;
    private final List<ByteBuffer> bare = new ArrayList<>();
    private boolean framed;
    private int width;
    private int height;
    private int scans;
    private Orientation orientation = Orientation.UPRIGHT;

    JpegStructure(FileBytes file) {
        this.file = file;
    }

    static boolean matches(FileBytes file) {
        return file.startsWith(0, START);
    }

    BarePicture parse() {
        bare.add(file.part(0, 2));
        int at = 2;
        for (int segments = 0; ; segments++) {
            check(segments < MAX_SEGMENTS, "it has too many segments");
            at = skipFill(at);
            int marker = file.unsigned8(at + 1);
            if (marker == EOI) {
                break;
            }
            check(marker >= 0xC0 && (marker < RST0 || marker > SOI), "an unknown marker");
            int length = file.require(at, file.unsigned16(at + 2) + 2L);
            check(length >= 4, "a segment without its length");
            read(marker, at, length);
            at += length;
            if (marker == SOS) {
                int end = endOfScan(at);
                bare.add(file.part(at, end - at));
                at = end;
            }
        }
        check(scans > 0, "it has no pixels");
        bare.add(file.part(at, 2));
        if (orientation != Orientation.UPRIGHT) {
            bare.add(1, exif());
        }
        return new BarePicture(header(), bare);
    }

    private PictureHeader header() {
        return new PictureHeader(PictureFormat.JPEG, width, height, orientation, false);
    }

    private void read(int marker, int at, int length) {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> readFrame(at, length);
            case DHT, DQT, DRI -> bare.add(file.part(at, length));
            case SOS -> readScan(at, length);
            case APP0 -> {
                if (file.startsWith(at + 4, JFIF)) {
                    bare.add(ByteBuffer.wrap(PLAIN_JFIF));
                }
            }
            case APP0 + 1 -> readExif(at + 4, length - 4);
            case APP0 + 14 -> {
                if (length == ADOBE_BYTES + 2 && file.startsWith(at + 4, ADOBE)) {
                    bare.add(file.part(at, length));
                }
            }
            default -> check(marker > APP0 && marker <= 0xEF || marker == COM, marker);
        }
    }

    private void readFrame(int at, int length) {
        check(!framed, "it has two frames");
        int precision = file.unsigned8(at + 4);
        int components = file.unsigned8(at + 9);
        check(length == 10 + 3 * components, "its header");
        if (components == 4) {
            throw Refusals.notSupported("a JPEG of printing colours (CMYK)");
        }
        if (precision != 8 || components != 1 && components != 3) {
            throw Refusals.notSupported(
                    "a JPEG of %d channels of %d bits".formatted(components, precision));
        }
        for (int i = 0; i < components; i++) {
            int sampling = file.unsigned8(at + 11 + 3 * i);
            check(isFactor(sampling >> 4) && isFactor(sampling & 15), "its header");
        }
        framed = true;
        height = file.unsigned16(at + 5);
        width = file.unsigned16(at + 7);
        // Before any pixel is looked at.
        header();
        bare.add(file.part(at, length));
    }

    private void readScan(int at, int length) {
        check(framed, "its pixels come before its header");
        check(++scans <= MAX_SCANS, "it has too many scans");
        bare.add(file.part(at, length));
    }

    private void readExif(int at, int length) {
        if (length >= EXIF.length && file.startsWith(at, EXIF)) {
            orientation = ExifOrientation.read(file, at + EXIF.length, length - EXIF.length);
        }
    }

    private ByteBuffer exif() {
        byte[] tiff = ExifOrientation.write(orientation);
        int length = 2 + EXIF.length + tiff.length;
        return ByteBuffer.allocate(2 + length)
                .putShort((short) (0xFF00 | APP0 + 1))
                .putShort((short) length)
                .put(EXIF)
                .put(tiff)
                .flip();
    }

    /** A marker may have any number of fill bytes before it. */
    private int skipFill(int start) {
        check(file.unsigned8(start) == 0xFF, "something lies between its segments");
        int at = start;
        while (file.unsigned8(at + 1) == 0xFF) {
            at++;
        }
        return at;
    }

    /** Entropy-coded bytes go on until a marker that is neither a stuffed zero nor a restart. */
    private int endOfScan(int start) {
        int at = start;
        while (true) {
            if (file.unsigned8(at) == 0xFF) {
                int next = file.unsigned8(at + 1);
                if (next != 0 && next != 0xFF && (next < RST0 || next >= SOI)) {
                    return at;
                }
            }
            at++;
        }
    }

    private static boolean isFactor(int sampling) {
        return sampling >= 1 && sampling <= 4;
    }

    private static void check(boolean known, int marker) {
        if (!known) {
            throw Refusals.notSupported("a JPEG of a rare kind (marker %02X)".formatted(marker));
        }
    }

    private static void check(boolean right, String complaint) {
        if (!right) {
            throw Refusals.damaged(complaint);
        }
    }
}
