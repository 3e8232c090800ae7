package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A picture file without everything that its pixels do not need: texts, profiles, thumbnails,
 * places, frames after the first, and whatever follows its end. A decoder that gets such a file
 * never meets the parts in which bombs and second files hide. The orientation alone is kept, so
 * that the file can stand for the one it was made of.
 *
 * @param header of the file as it came
 * @param parts views of the file; for PNG the signature and then one chunk each
 */
public record BarePicture(PictureHeader header, List<ByteBuffer> parts) {
    public BarePicture {
        parts = List.copyOf(parts);
    }

    /**
     * @param file PNG, JPEG or WebP
     * @throws PictureRefusedException if it is something else, not whole, or too large
     */
    public static BarePicture of(byte[] file) {
        PictureHeader.requireLength(file.length);
        FileBytes bytes = new FileBytes(file);
        if (PngStructure.matches(bytes)) {
            return new PngStructure(bytes).parse();
        }
        if (JpegStructure.matches(bytes)) {
            return new JpegStructure(bytes).parse();
        }
        if (WebpStructure.matches(bytes)) {
            return new WebpStructure(bytes).parse();
        }
        throw Refusals.notSupported("no picture that is known here");
    }

    /** A whole file of the same format. */
    public byte[] bytes() {
        ByteBuffer joined = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::limit).sum());
        // Duplicates, so that the parts can be read again.
        parts.forEach(part -> joined.put(part.duplicate()));
        return joined.array();
    }
}
