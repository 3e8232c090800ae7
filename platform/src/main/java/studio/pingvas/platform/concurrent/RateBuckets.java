package studio.pingvas.platform.concurrent;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets each key do something so many times in a time, evenly refilled. For each key it remembers
 * one moment: when its bucket will be full again (the generic cell rate algorithm, ITU-T I.371).
 *
 * @param <K> who is limited
 */
public final class RateBuckets<K> {
    private final int capacity;
    private final long windowNanos;
    private final long nanosPerUse;
    private final LongSupplier nanoTime;
    private final Map<K, Long> fullAt = new ConcurrentHashMap<>();

    /**
     * @param capacity most keys that are remembered; beyond it all are forgotten
     * @param quota uses in a window
     */
    public RateBuckets(int capacity, int quota, Duration window) {
        this(capacity, quota, window, System::nanoTime);
    }

    RateBuckets(int capacity, int quota, Duration window, LongSupplier nanoTime) {
        if (quota < 1) {
            throw new IllegalArgumentException("A quota is at least 1, not " + quota);
        }
        this.capacity = capacity;
        this.windowNanos = window.toNanos();
        this.nanosPerUse = window.toNanos() / quota;
        this.nanoTime = nanoTime;
    }

    /** Uses the key once; if it may not now, nothing is used and the answer is how long to wait. */
    public synchronized Optional<Duration> use(K key) {
        Optional<Duration> wait = waitOf(key);
        if (wait.isEmpty()) {
            long now = nanoTime.getAsLong();
            makeRoom(now);
            fullAt.put(key, fullAt(key, now) + nanosPerUse);
        }
        return wait;
    }

    /** How long to wait before the key can be used; empty if it can be now. */
    public Optional<Duration> waitOf(K key) {
        long now = nanoTime.getAsLong();
        long wait = fullAt(key, now) - now - (windowNanos - nanosPerUse);
        return wait > 0 ? Optional.of(Duration.ofNanos(wait)) : Optional.empty();
    }

    private long fullAt(K key, long now) {
        Long known = fullAt.get(key);
        return known == null || known - now < 0 ? now : known;
    }

    private void makeRoom(long now) {
        if (fullAt.size() >= capacity) {
            fullAt.values().removeIf(full -> full - now <= 0);
        }
        if (fullAt.size() >= capacity) {
            fullAt.clear();
        }
    }
}
