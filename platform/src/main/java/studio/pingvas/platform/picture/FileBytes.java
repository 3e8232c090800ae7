package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers at places of a file; a place that the file does not have means that it was cut off. */
final class FileBytes {
    private final byte[] bytes;

    FileBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int unsigned8(int at) {
        require(at, 1);
        return bytes[at] & 0xFF;
    }

    int unsigned16(int at) {
        return unsigned8(at) << 8 | unsigned8(at + 1);
    }

    long unsigned32(int at) {
        return (long) unsigned16(at) << 16 | unsigned16(at + 2);
    }

    int littleEndian16(int at) {
        return unsigned8(at) | unsigned8(at + 1) << 8;
    }

    int littleEndian24(int at) {
        return littleEndian16(at) | unsigned8(at + 2) << 16;
    }

    long littleEndian32(int at) {
        return littleEndian16(at) | (long) littleEndian16(at + 2) << 16;
    }

    /** Four letters, as PNG and WebP name their parts. */
    String name(int at) {
        require(at, 4);
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    boolean startsWith(int at, byte[] expected) {
        if (at > bytes.length - expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A view, not a copy. */
    ByteBuffer part(int at, int length) {
        require(at, length);
        return ByteBuffer.wrap(bytes, at, length).slice();
    }

    /**
     * @return {@code length}, now known to lie within the file
     */
    int require(int at, long length) {
        if (at < 0 || length < 0 || at > bytes.length - length) {
            throw Refusals.damaged("it ends too early");
        }
        return (int) length;
    }
}
