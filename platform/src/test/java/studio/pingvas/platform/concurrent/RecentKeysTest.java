package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
    // Near the overflow, which comparisons must survive.
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final RecentKeys<String> keys =
            new RecentKeys<>(2, Duration.ofSeconds(5), nanoTime::get);

    @Test
    void whatIsNotedIsKnownForItsTime() {
        assertThat(keys.contains("ann")).isFalse();
        keys.add("ann");
        nanoTime.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(keys.contains("ann")).isTrue();
        nanoTime.addAndGet(1);
        assertThat(keys.contains("ann")).isFalse();
    }

    @Test
    void newKeysTakeTheRoomOfOldOnes() {
        keys.add("ann");
        nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
        keys.add("bob");
        nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
        keys.add("cid");
        assertThat(keys.contains("bob")).isTrue();
        assertThat(keys.contains("cid")).isTrue();
    }

    @Test
    void moreThanTheCapacityAreForgotten() {
        keys.add("ann");
        keys.add("bob");
        keys.add("cid");
        assertThat(keys.contains("ann")).isFalse();
        assertThat(keys.contains("cid")).isTrue();
    }
}
