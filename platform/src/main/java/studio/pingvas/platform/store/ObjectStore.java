package studio.pingvas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Bytes under keys. A key is a relative path of plain segments, for example {@code
 * users/u/images/i/1-1/original.png}; an object is written once and never changed, and no object is
 * the folder of others.
 */
public interface ObjectStore {
    /** Stores the bytes; readers see all of them or nothing. Replaces an object of that key. */
    void put(String key, byte[] bytes, String contentType) throws IOException;

    /** Stores each of them; after a failure some may be there. */
    default void putAll(List<NewObject> objects) throws IOException {
        for (NewObject object : objects) {
            put(object.key(), object.bytes(), object.contentType());
        }
    }

    /**
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    InputStream open(String key) throws IOException;

    /** Removes the object; does nothing if there is none. */
    void delete(String key) throws IOException;

    /**
     * Removes every object below a folder, for example {@code users/u}. Stopped in the middle, it
     * can be done again.
     */
    void deleteAllBelow(String folder) throws IOException;

    /**
     * The objects below a folder in the order of their keys' bytes.
     *
     * @param after a key, or null to begin with the first
     * @return at most the limit; fewer mean that there are no more
     */
    List<StoredObject> list(String folder, String after, int limit) throws IOException;

    /**
     * An address under which anyone who has it reads the object for five minutes.
     *
     * @param contentType that the answer has, whatever the object was stored with
     * @param contentDisposition that the answer has
     * @return nothing if the store serves nobody but this process
     */
    default Optional<URI> presignedGet(String key, String contentType, String contentDisposition) {
        return Optional.empty();
    }

    /**
     * Proves that objects can be written now.
     *
     * @throws IOException if they cannot
     */
    void probe() throws IOException;

    /** Ends connections; nothing is asked of it afterwards. */
    default void close() {}
}
