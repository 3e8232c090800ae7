package studio.pingvas.generation.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;

class EventTallyTest {
    private final EventTally tally = new EventTally();

    @Test
    void endsAreCountedByTheirOutcome() {
        change(JobEventType.COMPLETED, true);
        change(JobEventType.COMPLETED, true);
        change(JobEventType.CANCELLED, false);
        change(JobEventType.STARTED, true);

        assertThat(tally.ended())
                .isEqualTo(
                        Map.of(
                                JobView.Status.COMPLETED, 2L,
                                JobView.Status.FAILED, 0L,
                                JobView.Status.CANCELLED, 1L));
    }

    @Test
    void jobThatWaitsOnceMoreIsAcceptedOnce() {
        change(JobEventType.QUEUED, false);
        change(JobEventType.QUEUED, true);

        assertThat(tally.accepted()).isEqualTo(1);
    }

    @Test
    void countOfDeadLettersIsForgottenWhenNobodyCounts() {
        AtomicLong nanos = new AtomicLong();
        DeadLetterGauge gauge = new DeadLetterGauge();
        gauge.nanoTime = nanos::get;
        assertThat(gauge.value()).isEmpty();

        gauge.set(4);
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(gauge.value()).contains(4L);
        nanos.addAndGet(1);
        assertThat(gauge.value()).isEmpty();
    }

    private void change(JobEventType type, boolean wasDispatched) {
        tally.onChange(
                new JobChanged(
                        UUID.randomUUID(), UUID.randomUUID(), 1, type, wasDispatched, false, null));
    }
}
