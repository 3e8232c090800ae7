package studio.pingvas.worker.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.store.NewObject;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoredObject;

/**
 * The object store as a worker uses it: no call lasts for ever, a short fault is waited out, and
 * whether the store is up is known without asking it all the time.
 */
public final class PatientStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(PatientStore.class);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final Duration PROOF_LASTS = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;

    // What users gave is smaller; whoever reads it says so when it is not.
    private static final int LARGEST_READ = PictureHeader.MAX_BYTES + (1 << 20);

    private final StoreCalls calls = new StoreCalls();
    private final ObjectStore store;
    private final Duration patience;
    private volatile boolean proven;
    private volatile long provenAt;
    private volatile long waitedNanos;

    /**
     * @param patience after which a fault is no short one any more
     */
    public PatientStore(ObjectStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /**
     * @throws StoreDownException if it cannot be stored for longer than the patience lasts
     */
    @Override
    public void put(String key, byte[] bytes, String contentType) throws IOException {
        putAll(List.of(new NewObject(key, bytes, contentType)));
    }

    /**
     * In one call, since the way to the thread of calls and back costs as much as a small object.
     *
     * @throws StoreDownException if they cannot be stored for longer than the patience lasts
     */
    @Override
    public void putAll(List<NewObject> objects) throws IOException {
        patiently(
                "put " + objects.get(0).key(),
                CALL_LIMIT.multipliedBy(objects.size()),
                () -> {
                    store.putAll(objects);
                    return null;
                });
        proven();
    }

    /**
     * @throws NoSuchFileException if there is no such object
     * @throws StoreDownException if it cannot be read for longer than the patience lasts
     */
    @Override
    public InputStream open(String key) throws IOException {
        byte[] bytes =
                patiently(
                        "read " + key,
                        CALL_LIMIT,
                        () -> {
                            try (InputStream in = store.open(key)) {
                                return in.readNBytes(LARGEST_READ + 1);
                            }
                        });
        if (bytes.length > LARGEST_READ) {
            throw new IllegalStateException("The object " + key + " is too large to be read.");
        }
        return new ByteArrayInputStream(bytes);
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
        calls.call(
                PROBE_LIMIT,
                () -> {
                    store.probe();
                    return null;
                });
        proven();
    }

    /** Asked before each request is taken: what was just stored is proof enough. */
    public boolean isUp() {
        if (proven && System.nanoTime() - provenAt < PROOF_LASTS.toNanos()) {
            return true;
        }
        try {
            probe();
            return true;
        } catch (IOException e) {
            LOG.warn("object store is down: {}", e.toString());
            proven = false;
            return false;
        }
    }

    /** The time that all tries but the good ones took, and the pauses; for the worker's thread. */
    public long waitedNanos() {
        return waitedNanos;
    }

    private <T> T patiently(String what, Duration limit, Callable<T> work) throws IOException {
        long before = waitedNanos;
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return calls.call(limit, work);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                proven = false;
                long spent = (System.nanoTime() - start) / 1_000_000 + pause;
                if (spent > patience.toMillis() || Thread.currentThread().isInterrupted()) {
                    throw new StoreDownException(what, e);
                }
                LOG.warn("object store failed, next try in {} ms: {}", pause, e.toString());
            }
            sleep(pause);
            waitedNanos = before + System.nanoTime() - start;
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private void proven() {
        provenAt = System.nanoTime();
        proven = true;
    }

    private static void sleep(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("Interrupted.").initCause(e);
        }
    }
}
