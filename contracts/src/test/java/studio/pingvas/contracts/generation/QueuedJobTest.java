package studio.pingvas.contracts.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueuedJobTest {
    private static final UUID JOB = UUID.randomUUID();

    @Test
    void jobWithoutATimeIsPaused() {
        assertThat(new QueuedJob(1, JOB, null, 1, 0, null, null).paused()).isTrue();
        assertThat(new QueuedJob(1, JOB, null, 1, 0, 2.5, 4.0).paused()).isFalse();
    }
}
