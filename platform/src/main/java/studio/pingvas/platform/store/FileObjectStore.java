package studio.pingvas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Objects as files under one folder. */
public final class FileObjectStore implements ObjectStore {
    private static final int PROBE_BYTES = 4096;

    // A disk is full before its last byte: the next picture must fit, too.
    private static final long SPARE_BYTES = 64 << 20;

    private final Path root;
    private final long spareBytes;

    public FileObjectStore(Path root) {
        this(root, SPARE_BYTES);
    }

    /**
     * @param spareBytes that must be free for the store to be up
     */
    FileObjectStore(Path root, long spareBytes) {
        this.root = root.toAbsolutePath().normalize();
        this.spareBytes = spareBytes;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws IOException {
        Path target = pathOf(key);
        Path temporary = target.resolveSibling("." + UUID.randomUUID());
        try {
            writeInFolder(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(pathOf(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(pathOf(key));
    }

    @Override
    public void deleteAllBelow(String folder) throws IOException {
        Path top = pathOf(folder);
        if (Files.isDirectory(top)) {
            Files.walkFileTree(top, new TreeDeletion());
        }
    }

    @Override
    public List<StoredObject> list(String folder, String after, int limit) throws IOException {
        return new FileListing(root, after, limit).below(pathOf(folder));
    }

    @Override
    public void probe() throws IOException {
        Files.createDirectories(root);
        if (Files.getFileStore(root).getUsableSpace() < spareBytes) {
            throw new IOException("The disk of the object store is full.");
        }
        Path probe = Files.createTempFile(root, ".probe", null);
        try {
            // Not empty: a full disk still has room for a name.
            Files.write(probe, new byte[PROBE_BYTES]);
        } finally {
            Files.delete(probe);
        }
    }

    /** The folder is mostly there: who puts one object puts others beside it. */
    private static void writeInFolder(Path file, byte[] bytes) throws IOException {
        try {
            writeDurably(file, bytes);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            writeDurably(file, bytes);
        }
    }

    private static void writeDurably(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Path pathOf(String key) {
        return root.resolve(ObjectKeys.check(key));
    }
}
