package studio.pingvas.platform.picture;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A parsed file.
 *
 * @param bare the parts that its pixels need, in order
 */
record PictureFile(PictureHeader header, List<ByteBuffer> bare) {
    static PictureFile parse(byte[] file) {
        if (file.length > PictureHeader.MAX_BYTES) {
            throw Refusals.tooManyBytes(file.length);
        }
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

    byte[] bareBytes() {
        ByteBuffer joined = ByteBuffer.allocate(bare.stream().mapToInt(ByteBuffer::limit).sum());
        // A duplicate, so that the parts can be read again.
        bare.forEach(part -> joined.put(part.duplicate()));
        return joined.array();
    }
}
