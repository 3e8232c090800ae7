package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.GenerationProgressed;

class BacklogTest {
    private final Backlog backlog = new Backlog();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void everythingIsToldInTheOrderOfItsHearing() {
        backlog.add(FollowFixture.progress(first, 1));
        backlog.lookForEvents();
        backlog.add(FollowFixture.progress(second, 1));
        backlog.add(FollowFixture.progress(first, 2));

        assertThat(drained()).containsExactly("first 1", "events", "second 1", "first 2");
    }

    @Test
    void progressThatTheFrameOfTheStartShowsAlreadyIsNotToldAfterIt() {
        backlog.lookForEvents();
        backlog.add(FollowFixture.progress(first, 1));
        backlog.add(FollowFixture.progress(second, 1));
        backlog.add(FollowFixture.progress(first, 2));
        backlog.started(first);
        backlog.add(FollowFixture.progress(first, 3));

        assertThat(drained()).containsExactly("events", "second 1", "first 3");
    }

    @Test
    void severalHintsAreOneLookWhichIsNotPutOff() {
        backlog.lookForEvents();
        backlog.add(FollowFixture.progress(first, 1));
        backlog.lookForEvents();

        assertThat(drained()).containsExactly("events", "first 1");
    }

    @Test
    void whoDoesNotKeepUpLosesTheOldestStepsOfTheJobThatGoesOn() {
        backlog.add(FollowFixture.progress(second, 1));
        for (int step = 1; step <= 10_000; step++) {
            backlog.add(FollowFixture.progress(first, step));
        }

        List<String> left = drained();
        assertThat(left)
                .hasSize(Backlog.MOST_PROGRESS)
                .startsWith("second 1")
                .endsWith("first 10000");
    }

    @Test
    void manyJobsHaveNoMoreRoomThanOne() {
        for (int job = 0; job < 1_000; job++) {
            backlog.add(FollowFixture.progress(UUID.randomUUID(), 1));
        }
        backlog.add(FollowFixture.progress(second, 1));

        assertThat(backlog.size()).isEqualTo(Backlog.MOST_PROGRESS);
        assertThat(drained()).endsWith("second 1");
    }

    @Test
    void endedJobMakesNoProgress() {
        backlog.add(FollowFixture.progress(first, 1));
        backlog.add(FollowFixture.progress(second, 1));

        backlog.ended(first);
        backlog.add(FollowFixture.progress(first, 2));

        assertThat(drained()).containsExactly("second 1");
    }

    private List<String> drained() {
        List<String> told = new ArrayList<>();
        while (!backlog.isEmpty()) {
            Optional<GenerationProgressed> next = backlog.next();
            told.add(next.map(this::nameOf).orElse("events"));
        }
        return told;
    }

    private String nameOf(GenerationProgressed progress) {
        String job = progress.jobId().equals(first) ? "first " : "second ";
        return job + progress.step();
    }
}
