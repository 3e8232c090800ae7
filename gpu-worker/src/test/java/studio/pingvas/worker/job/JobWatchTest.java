package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.TestBitmaps;

class JobWatchTest {
    private static final Bitmap PREVIEW = TestBitmaps.colorful(2, 2);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final GenerateImage job = Jobs.aJob().inSteps(4).ofPictures(2).build();
    private final Cancellations cancellations = new Cancellations();
    private final List<StepReport> reports = new ArrayList<>();
    private long now = 1_000;

    @Test
    void stepsAreCountedOverAllPictures() {
        JobWatch watch = watch();
        watch.workBegins(8);

        watch.stepDone(0, 1, () -> PREVIEW);
        watch.stepDone(1, 1, () -> PREVIEW);

        assertThat(reports).extracting(StepReport::step).containsExactly(1, 2);
        assertThat(reports).extracting(StepReport::totalSteps).containsOnly(8);
        assertThat(reports).extracting(StepReport::jobId).containsOnly(job.jobId());
    }

    @Test
    void timeLeftIsWhatTheDoneStepsTookTimesTheOnesThatAreLeft() {
        JobWatch watch = watch();
        pass(Duration.ofSeconds(30));
        watch.workBegins(8);
        pass(Duration.ofSeconds(4));

        watch.stepDone(0, 1, () -> PREVIEW);
        watch.stepDone(0, 2, () -> PREVIEW);

        assertThat(reports).extracting(StepReport::secondsLeft).containsExactly(28.0, 12.0);
    }

    @Test
    void stepsThatAreDoneAgainNeverCountBeyondTheEnd() {
        JobWatch watch = watch();
        watch.workBegins(1);

        watch.stepDone(0, 1, () -> PREVIEW);
        watch.stepDone(0, 1, () -> PREVIEW);

        assertThat(reports).extracting(StepReport::step).containsExactly(1, 1);
    }

    @Test
    void cancelledJobStopsAtItsNextStepWithoutAReport() {
        JobWatch watch = watch();
        watch.stepDone(0, 1, () -> PREVIEW);
        cancellations.add(job.jobId());

        assertThatThrownBy(() -> watch.stepDone(0, 2, () -> PREVIEW))
                .isInstanceOf(GenerationCancelledException.class);
        assertThat(reports).hasSize(1);
    }

    @Test
    void jobThatTakesTooLongFailsWithTheTimeLimit() {
        JobWatch watch = watch();
        pass(LIMIT);
        watch.stepDone(0, 1, () -> PREVIEW);
        pass(Duration.ofNanos(1));

        assertThatThrownBy(() -> watch.stepDone(0, 2, () -> PREVIEW))
                .isInstanceOfSatisfying(
                        TimeLimitExceededException.class,
                        e -> assertThat(e.code()).isEqualTo("time-limit"))
                .hasMessageContaining("60 seconds");
    }

    private JobWatch watch() {
        return new JobWatch(
                job,
                new Attempt(1, 1),
                new JobSettings(LIMIT, Duration.ZERO),
                cancellations,
                reports::add,
                () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
