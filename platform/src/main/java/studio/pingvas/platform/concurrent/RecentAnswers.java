package studio.pingvas.platform.concurrent;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Answers that may be a few seconds old, kept for questions that are asked all the time. What is
 * forgotten is not answered from memory again, not even by a question that was under way.
 *
 * @param <K> what is asked
 * @param <V> the answer; never null
 */
public final class RecentAnswers<K, V> {
    private record Answer<V>(V value, long goodUntil) {}

    private final int capacity;
    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private volatile long forgettings;

    public RecentAnswers(int capacity, Duration life) {
        this(capacity, life, System::nanoTime);
    }

    RecentAnswers(int capacity, Duration life, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
    }

    public V get(K key, Function<K, V> ask) {
        long now = nanoTime.getAsLong();
        Answer<V> known = answers.get(key);
        if (known != null && known.goodUntil - now > 0) {
            return known.value;
        }
        long forgettingsBefore = forgettings;
        V value = ask.apply(key);
        keep(key, new Answer<>(value, now + lifeNanos), forgettingsBefore);
        return value;
    }

    /** From now on the answers that fit are asked for again. */
    public synchronized void forget(Predicate<V> which) {
        forgettings++;
        answers.values().removeIf(answer -> which.test(answer.value));
    }

    /** From now on this is asked for again. */
    public synchronized void forgetAnswerTo(K key) {
        forgettings++;
        answers.remove(key);
    }

    private synchronized void keep(K key, Answer<V> answer, long forgettingsBefore) {
        if (forgettings != forgettingsBefore) {
            return;
        }
        if (answers.size() >= capacity) {
            long now = nanoTime.getAsLong();
            answers.values().removeIf(old -> old.goodUntil - now <= 0);
        }
        if (answers.size() >= capacity) {
            answers.clear();
        }
        answers.put(key, answer);
    }
}
