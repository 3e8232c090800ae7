package studio.pingvas.worker.image;

import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** The parts of a file one after another, for ImageIO, without a copy. */
final class PartsImageInputStream extends ImageInputStreamImpl {
    private final List<ByteBuffer> parts;
    private final long length;
    private int part;
    private long partStart;

    PartsImageInputStream(List<ByteBuffer> parts) {
        this.parts = parts;
        this.length = parts.stream().mapToLong(ByteBuffer::limit).sum();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        bitOffset = 0;
        if (streamPos >= length) {
            return -1;
        }
        findPart();
        int within = (int) (streamPos - partStart);
        int read = Math.min(count, parts.get(part).limit() - within);
        parts.get(part).get(within, into, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return length;
    }

    private void findPart() {
        if (streamPos < partStart) {
            part = 0;
            partStart = 0;
        }
        while (streamPos >= partStart + parts.get(part).limit()) {
            partStart += parts.get(part).limit();
            part++;
        }
    }
}
