package studio.pingvas.generation.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.JobStories;
import studio.pingvas.contracts.generation.JobStoryEntry;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobTransitions;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class JpaJobStoriesTest {
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final GenerationJob job = Samples.aJob();

    @Test
    void storyOfACompletedJobBeginsWithItsQuoteAndEndsWithItsSettlement() {
        add(new Eta(1, 2, 3, 4));
        transitions(t -> t.takeAll(Reports.started(job.id(), new Attempt(0, 1), "worker-1")));
        transitions(
                t ->
                        t.takeAll(
                                Reports.finished(
                                        job.id(),
                                        new Attempt(0, 1),
                                        "worker-1",
                                        "cpu",
                                        job.imageIds())));
        transitions(t -> t.end(job.id(), 1, 0));

        List<JobStoryEntry> story = story();
        assertThat(story)
                .extracting(JobStoryEntry::type)
                .containsExactly("quoted", "held", "queued", "started", "completed", "settled");
        assertThat(story.get(0).credits()).isEqualTo(2);
        assertThat(story.get(0).seconds()).isEqualTo(3);
        assertThat(story.get(0).secondsP90()).isEqualTo(4);
        assertThat(story.get(2).actor()).isEqualTo("user");
        assertThat(story.get(2).position()).isEqualTo(3);
        assertThat(story.get(3).actor()).isEqualTo("worker");
        assertThat(story.get(3).worker()).isEqualTo("worker-1");
        assertThat(story.get(3).attempt()).isEqualTo(1);
        assertThat(story.get(5).credits()).isEqualTo(1);
        assertThat(story.get(5).creditsRefunded()).isEqualTo(1);
    }

    @Test
    void cancelledJobTellsWhoCancelledItAndThatAllCameBack() {
        add(null);
        transitions(t -> t.decideCancelled(job.id(), Actor.admin(UUID.randomUUID())));
        transitions(t -> t.end(job.id(), 0, 2));

        List<JobStoryEntry> story = story();
        assertThat(story)
                .extracting(JobStoryEntry::type)
                .containsExactly("quoted", "held", "queued", "cancelled", "settled");
        assertThat(story.get(0).seconds()).isNull();
        assertThat(story.get(3).actor()).isEqualTo("admin");
        assertThat(story.get(4).credits()).isZero();
        assertThat(story.get(4).creditsRefunded()).isEqualTo(2);
    }

    @Test
    void storyOfAJobThatWaitsIsNotSettled() {
        add(null);

        assertThat(story())
                .extracting(JobStoryEntry::type)
                .containsExactly("quoted", "held", "queued");
    }

    @Test
    void jobThatWaitsOnceMoreWasRequeued() {
        add(null);
        GenerationDatabase.DATABASE.execute(
                "update generation.job set dispatch = 1, status = 'DISPATCHED' where id = '"
                        + job.id()
                        + "'; update generation.user_line set waiting = 0, under_way = 1");
        transitions(t -> t.takeAll(Reports.started(job.id(), new Attempt(1, 1), "worker-1")));
        transitions(t -> t.postpone(job.id(), new Attempt(1, 1), "worker-1", "store-down"));

        JobStoryEntry last = story().get(4);
        assertThat(last.type()).isEqualTo("requeued");
        assertThat(last.reason()).isEqualTo("store-down");
    }

    @Test
    void longStoryTellsItsNewestEvents() {
        add(null);
        GenerationDatabase.DATABASE.execute(
                ("insert into generation.job_event (user_id, seq, job_id, type, reason, created_at,"
                     + " dispatch) select '%s', 1 + n, '%s', 'dispatched', 'sent ' || n, now(), n"
                     + " from generate_series(1, 600) n")
                        .formatted(job.userId(), job.id()));

        List<JobStoryEntry> story = story();
        assertThat(story).hasSize(2 + JobStories.MOST_ENTRIES);
        assertThat(story.get(2).reason()).isEqualTo("sent 101");
        assertThat(story.get(501).reason()).isEqualTo("sent 600");
    }

    @Test
    void jobsOfOthersAreNotFound() {
        add(null);

        assertThatThrownBy(() -> story(UUID.randomUUID(), job.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> story(job.userId(), UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
    }

    private void add(Eta told) {
        ForTests.addTold(database, job, 10, told, 3);
    }

    private List<JobStoryEntry> story() {
        return story(job.userId(), job.id());
    }

    private List<JobStoryEntry> story(UUID userId, UUID jobId) {
        return database.inTransaction(
                entities -> {
                    JpaJobStories stories = new JpaJobStories();
                    stories.entities = entities;
                    return stories.of(userId, jobId);
                });
    }

    private void transitions(Consumer<JobTransitions> work) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    work.accept(transitions);
                    return null;
                });
    }
}
