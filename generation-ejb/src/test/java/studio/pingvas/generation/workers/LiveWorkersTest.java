package studio.pingvas.generation.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveWorkersTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final LiveWorkers workers = new LiveWorkers();

    LiveWorkersTest() {
        workers.nanoTime = nanos::get;
    }

    @Test
    void eachWorkerCountsOnceHoweverOftenItIsHeard() {
        workers.heard(Heartbeats.of("b", "cpu"));
        workers.heard(Heartbeats.of("a", "cuda"));
        workers.heard(Heartbeats.of("b", "cpu"));

        assertThat(workers.count()).isEqualTo(2);
        assertThat(workers.all()).extracting(LiveWorker::name).containsExactly("a", "b");
    }

    @Test
    void workerThatMissedThreeHeartbeatsIsGone() {
        workers.heard(Heartbeats.of("a", "cpu"));
        pass(Duration.ofSeconds(15));
        assertThat(workers.isAlive("a")).isTrue();

        pass(Duration.ofMillis(1));
        assertThat(workers.isAlive("a")).isFalse();
        assertThat(workers.all()).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void pausedWorkerLivesButIsNotCountedOn() {
        workers.heard(Heartbeats.of("worker-1", "cpu"));
        workers.heard(Heartbeats.ofPaused("worker-2"));

        assertThat(workers.count()).isEqualTo(1);
        assertThat(workers.takingJobs()).extracting(LiveWorker::name).containsExactly("worker-1");
        assertThat(workers.isAlive("worker-2")).isTrue();
    }
}
