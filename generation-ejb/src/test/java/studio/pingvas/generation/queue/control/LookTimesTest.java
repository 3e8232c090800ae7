package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.control.JobMeasured;
import studio.pingvas.generation.jobs.entity.JobEventType;

class LookTimesTest {
    private static final Taken ALL_THAT_WERE_READY = Taken.of(List.of(), 1);
    private static final Taken ALL_THERE_WAS_ROOM_FOR = Taken.of(List.of(), 0);

    private final LookTimes times = new LookTimes();

    LookTimesTest() {
        times.window = new DispatchWindow();
        times.window.seconds = 0.1;
    }

    @Test
    void aJobThatFindsTheWindowOpenIsTakenAtOnce() {
        assertThat(after(JobEventType.QUEUED, true)).isZero();
        times.looked(ALL_THAT_WERE_READY);
        assertThat(after(JobEventType.QUEUED, true)).isZero();
    }

    @Test
    void anEndThatLetsTheNextJobOfItsOwnerGoIsFollowedByIt() {
        times.looked(ALL_THAT_WERE_READY);

        assertThat(after(JobEventType.COMPLETED, true)).isZero();
        assertThat(after(JobEventType.COMPLETED, false)).isEqualTo(LookTimes.LATER);
    }

    @Test
    void aJobThatFindsTheWindowFullWaitsForSomethingElse() {
        times.looked(ALL_THERE_WAS_ROOM_FOR);

        assertThat(after(JobEventType.QUEUED, true)).isEqualTo(LookTimes.LATER);
    }

    @Test
    void aFullWindowIsRefilledLongBeforeItIsEmpty() {
        times.looked(ALL_THERE_WAS_ROOM_FOR);
        assertThat(after(JobEventType.STARTED, true)).isEqualTo(Duration.ofMillis(25));

        // Fifty jobs of a tenth of a millisecond, which is the most that a worker is sent.
        times.window.onMeasured(new JobMeasured(UUID.randomUUID(), 0.0001, "{}"));
        assertThat(after(JobEventType.STARTED, true)).isEqualTo(Duration.ofNanos(1_250_000));
    }

    private Duration after(JobEventType type, boolean ownerReady) {
        UUID id = UUID.randomUUID();
        return times.after(new JobChanged(id, id, 1, type, true, ownerReady, null));
    }
}
