package studio.pingvas.platform.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes under keys. A key is a relative path of plain segments, for example {@code
 * users/u/images/i/1-1/original.png}; an object is written once and never changed.
 */
public interface ObjectStore {
    /** Stores the bytes; readers see all of them or nothing. Replaces an object of that key. */
    void put(String key, byte[] bytes, String contentType) throws IOException;

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
     * Proves that objects can be written now.
     *
     * @throws IOException if they cannot
     */
    void probe() throws IOException;
}
