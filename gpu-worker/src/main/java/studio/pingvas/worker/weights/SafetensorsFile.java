package studio.pingvas.worker.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Tensors in a file: eight bytes with the length of a JSON header, the header, the numbers. The
 * format is that of <a href="https://github.com/huggingface/safetensors">safetensors</a>.
 *
 * <p>Numbers are read in pieces, not mapped into memory: a mapped file that somebody shortens kills
 * the process that touches it.
 */
final class SafetensorsFile implements AutoCloseable {
    static final String SUFFIX = ".safetensors";

    private static final int LENGTH_BYTES = 8;
    private static final int PIECE_BYTES = 1 << 16;

    private final String name;
    private final FileChannel channel;
    private final long dataStart;
    private final SafetensorsHeader header;

    private SafetensorsFile(
            String name, FileChannel channel, long dataStart, SafetensorsHeader header) {
        this.name = name;
        this.channel = channel;
        this.dataStart = dataStart;
        this.header = header;
    }

    /**
     * @param name for sentences
     * @throws LoraInvalidException if it is not of this format, or not sound
     */
    static SafetensorsFile open(String name, Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return read(name, channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    Map<String, StoredTensor> tensors() {
        return header.tensors();
    }

    Optional<String> metadata(String key) {
        return Optional.ofNullable(header.metadata().get(key));
    }

    /**
     * Fills the buffer with the numbers of a tensor, whatever they are stored as.
     *
     * @throws LoraInvalidException if one is not finite
     */
    void read(StoredTensor tensor, FloatBuffer target) throws IOException {
        int most = (int) Math.min(PIECE_BYTES, tensor.end() - tensor.begin());
        ByteBuffer piece = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = tensor.begin(); at < tensor.end(); at += piece.limit()) {
            piece.clear().limit((int) Math.min(most, tensor.end() - at));
            fill(channel, piece, dataStart + at);
            int start = target.position();
            tensor.type().convert(piece, target);
            requireFinite(tensor, target, start);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void requireFinite(StoredTensor tensor, FloatBuffer target, int start) {
        for (int i = start; i < target.position(); i++) {
            if (!Float.isFinite(target.get(i))) {
                throw new LoraInvalidException(
                        name,
                        Quoted.name(tensor.name())
                                + " holds what is no number (NaN or infinite); its training"
                                + " failed, choose another.");
            }
        }
    }

    private static SafetensorsFile read(String name, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw new LoraInvalidException(name, "it is too short for a safetensors file.");
        }
        ByteBuffer prefix = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, prefix, 0);
        long length = prefix.getLong();
        // Unsigned in the format; what is negative here is past all limits as well.
        if (length < 0 || length > SafetensorsHeader.MAX_BYTES || length > size - LENGTH_BYTES) {
            throw new LoraInvalidException(
                    name, "it is no safetensors file, or is cut off within its header.");
        }
        long dataStart = LENGTH_BYTES + length;
        SafetensorsHeader header =
                new HeaderReader(name, size - dataStart)
                        .read(new ChannelSlice(channel, LENGTH_BYTES, dataStart));
        return new SafetensorsFile(name, channel, dataStart, header);
    }

    private static void fill(FileChannel channel, ByteBuffer target, long position)
            throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new EOFException("The file became shorter while it was read.");
            }
        }
        target.flip();
    }
}
