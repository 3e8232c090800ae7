package studio.pingvas.platform.concurrent;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What was noted a while ago at the most. Of a limited number of keys: beyond it all are forgotten.
 *
 * @param <K> what is noted
 */
public final class RecentKeys<K> {
    private final int capacity;
    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private final Map<K, Long> goodUntil = new ConcurrentHashMap<>();

    public RecentKeys(int capacity, Duration life) {
        this(capacity, life, System::nanoTime);
    }

    RecentKeys(int capacity, Duration life, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
    }

    public synchronized void add(K key) {
        long now = nanoTime.getAsLong();
        if (goodUntil.size() >= capacity) {
            goodUntil.values().removeIf(until -> until - now <= 0);
        }
        if (goodUntil.size() >= capacity) {
            goodUntil.clear();
        }
        goodUntil.put(key, now + lifeNanos);
    }

    public boolean contains(K key) {
        Long until = goodUntil.get(key);
        return until != null && until - nanoTime.getAsLong() > 0;
    }
}
