package studio.pingvas.platform.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that nobody sees before it has its name. Closed without one, it is gone. */
final class HalfWrittenFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean named;

    private HalfWrittenFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    static HalfWrittenFile of(Path target) throws IOException {
        Path temporary = target.resolveSibling("." + UUID.randomUUID());
        return new HalfWrittenFile(target, temporary, openInFolder(temporary));
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Returns when the bytes, and the name if it has it, would outlast a power cut. */
    void force() throws IOException {
        channel.force(true);
    }

    void takeName() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        named = true;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (!named) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** The folder is mostly there: who puts one object puts others beside it. */
    private static FileChannel openInFolder(Path file) throws IOException {
        try {
            return open(file);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            return open(file);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
