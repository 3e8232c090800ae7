package studio.pingvas.worker.queue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoredObject;

/** A store that fails when the test says so. */
final class FaultyStore implements ObjectStore {
    final AtomicInteger putsToFail = new AtomicInteger();
    final AtomicInteger accidents = new AtomicInteger();
    volatile boolean putsFail;
    volatile boolean down;

    /** Thrown once by the next thing that is put. */
    final AtomicReference<RuntimeException> accident = new AtomicReference<>();

    private final ObjectStore store;

    FaultyStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws IOException {
        RuntimeException thrown = accident.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
        if (accidents.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("An accident that has nothing to do with the store.");
        }
        if (down || putsFail || putsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("The store fails in the middle.");
        }
        store.put(key, bytes, contentType);
    }

    @Override
    public InputStream open(String key) throws IOException {
        return store.open(key);
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public void deleteAllBelow(String folder) throws IOException {
        store.deleteAllBelow(folder);
    }

    @Override
    public List<StoredObject> list(String folder, String after, int limit) throws IOException {
        return store.list(folder, after, limit);
    }

    @Override
    public void probe() throws IOException {
        if (down) {
            throw new IOException("The store is down.");
        }
        store.probe();
    }
}
