package studio.pingvas.worker.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of a file as a stream, which ends where they end. */
final class ChannelSlice extends InputStream {
    private final FileChannel channel;
    private final long end;
    private long position;

    ChannelSlice(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int most = (int) Math.min(length, end - position);
        if (most <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = channel.read(ByteBuffer.wrap(target, offset, most), position);
        position += Math.max(count, 0);
        return count;
    }
}
