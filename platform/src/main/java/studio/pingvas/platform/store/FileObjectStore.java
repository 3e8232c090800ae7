package studio.pingvas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Objects as files under one folder. */
public final class FileObjectStore implements ObjectStore {
    private static final int PROBE_BYTES = 4096;

    // A disk is full before its last byte: the next picture must fit, too.
    private static final long SPARE_BYTES = 64 << 20;

    private final Path root;
    private final long spareBytes;
    private final ForcingThreads forcing = new ForcingThreads();

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
        putAll(List.of(new NewObject(key, bytes, contentType)));
    }

    /**
     * All are written and named before they are forced to the disk. Forced before it had its name,
     * an object could lose that by a power cut.
     */
    @Override
    public void putAll(List<NewObject> objects) throws IOException {
        List<HalfWrittenFile> files = new ArrayList<>();
        try {
            for (NewObject object : objects) {
                HalfWrittenFile file = HalfWrittenFile.of(pathOf(object.key()));
                files.add(file);
                file.write(object.bytes());
            }
            for (HalfWrittenFile file : files) {
                file.takeName();
            }
            forcing.force(files);
        } finally {
            closeAll(files);
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

    private static void closeAll(List<HalfWrittenFile> files) throws IOException {
        IOException failure = null;
        for (HalfWrittenFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Path pathOf(String key) {
        return root.resolve(ObjectKeys.check(key));
    }
}
