package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
        backlog.lookForEvents(0);
        backlog.add(FollowFixture.progress(second, 1));
        backlog.add(FollowFixture.progress(first, 2));

        assertThat(drained()).containsExactly("first 1", "events", "second 1", "first 2");
    }

    @Test
    void progressThatTheFrameOfTheStartShowsAlreadyIsNotToldAfterIt() {
        backlog.lookForEvents(0);
        backlog.add(FollowFixture.progress(first, 1));
        backlog.add(FollowFixture.progress(second, 1));
        backlog.add(FollowFixture.progress(first, 2));
        backlog.started(first);
        backlog.add(FollowFixture.progress(first, 3));

        assertThat(drained()).containsExactly("events", "second 1", "first 3");
    }

    @Test
    void severalHintsAreOneLookWhichIsNotPutOff() {
        backlog.lookForEvents(0);
        backlog.add(FollowFixture.progress(first, 1));
        backlog.lookForEvents(0);

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
    void eventsAndStepsKeepTheirOrder() {
        backlog.add(FollowFixture.untold(first, 7));
        backlog.add(FollowFixture.progress(first, 1));
        backlog.add(FollowFixture.untold(first, 8));

        assertThat(drained()).containsExactly("event 7", "first 1", "event 8");
    }

    @Test
    void lookThatIsDueFindsLaterEventsToo() {
        backlog.add(FollowFixture.progress(first, 1));
        backlog.lookForEvents(0);
        backlog.add(FollowFixture.untold(first, 7));
        backlog.add(FollowFixture.untold(first, 8));

        assertThat(drained()).containsExactly("events up to 8", "first 1");
    }

    @Test
    void moreEventsThanThereIsRoomForAreLookedFor() {
        for (int seq = 1; seq <= Backlog.MOST_EVENTS; seq++) {
            backlog.add(FollowFixture.untold(first, seq));
        }
        assertThat(backlog.size()).isEqualTo(Backlog.MOST_EVENTS);
        backlog.add(FollowFixture.progress(first, 1));
        backlog.add(FollowFixture.untold(first, 17));

        assertThat(drained()).containsExactly("events up to 17", "first 1");
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
            told.add(nameOf(backlog.next()));
        }
        return told;
    }

    private String nameOf(Due due) {
        if (due instanceof Due.Look look) {
            return look.upTo() == 0 ? "events" : "events up to " + look.upTo();
        }
        return due instanceof Due.Event event
                ? "event " + event.event().seq()
                : nameOf(((Due.Step) due).progress());
    }

    private String nameOf(GenerationProgressed progress) {
        String job = progress.jobId().equals(first) ? "first " : "second ";
        return job + progress.step();
    }
}
