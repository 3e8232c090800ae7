package studio.pingvas.web.rest.gallery;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoredObject;

/** A store that hands out addresses, and of which nothing else may be asked. */
final class Bucket implements ObjectStore {
    static final URI ADDRESS = URI.create("https://s3.example.org/pictures/a?signature=x");

    String asked;

    @Override
    public Optional<URI> presignedGet(String key, String contentType, String contentDisposition) {
        asked = key + " " + contentType + " " + contentDisposition;
        return Optional.of(ADDRESS);
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        throw new AssertionError(key);
    }

    @Override
    public InputStream open(String key) {
        throw new AssertionError(key);
    }

    @Override
    public void delete(String key) {
        throw new AssertionError(key);
    }

    @Override
    public void deleteAllBelow(String folder) {
        throw new AssertionError(folder);
    }

    @Override
    public List<StoredObject> list(String folder, String after, int limit) {
        throw new AssertionError(folder);
    }

    @Override
    public void probe() {
        throw new AssertionError("probe");
    }
}
