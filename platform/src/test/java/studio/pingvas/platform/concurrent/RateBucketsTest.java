package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateBucketsTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateBuckets<String> buckets =
            new RateBuckets<>(3, 4, Duration.ofMinutes(1), nanoTime::get);

    @Test
    void quotaCanBeUsedAtOnceAndThenEvenly() {
        for (int i = 0; i < 4; i++) {
            assertThat(buckets.use("a")).isEmpty();
        }
        assertThat(buckets.use("a")).contains(Duration.ofSeconds(15));
        pass(Duration.ofSeconds(10));
        assertThat(buckets.use("a")).as("refusals cost nothing").contains(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        assertThat(buckets.use("a")).isEmpty();
        assertThat(buckets.use("a")).contains(Duration.ofSeconds(15));
    }

    @Test
    void restFillsABucketAndNoMore() {
        buckets.use("a");
        pass(Duration.ofDays(1));
        for (int i = 0; i < 4; i++) {
            assertThat(buckets.use("a")).isEmpty();
        }
        assertThat(buckets.use("a")).isPresent();
    }

    @Test
    void lookingUsesNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.waitOf("a")).isEmpty();
        }
        for (int i = 0; i < 4; i++) {
            buckets.use("a");
        }
        assertThat(buckets.waitOf("a")).contains(Duration.ofSeconds(15));
    }

    @Test
    void keysDoNotShareABucket() {
        for (int i = 0; i < 4; i++) {
            buckets.use("a");
        }
        assertThat(buckets.use("b")).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 4; i++) {
            buckets.use("a");
        }
        buckets.use("b");
        buckets.use("c");
        pass(Duration.ofSeconds(16));
        buckets.use("d");
        assertThat(buckets.use("a")).as("only full buckets were forgotten").isEmpty();
        assertThat(buckets.use("a")).isPresent();
        buckets.use("e");
        buckets.use("f");
        assertThat(buckets.use("a")).as("all were forgotten").isEmpty();
    }

    @Test
    void noQuotaIsAMistake() {
        assertThatThrownBy(() -> new RateBuckets<String>(1, 0, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
