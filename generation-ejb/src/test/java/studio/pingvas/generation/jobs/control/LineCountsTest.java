package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.IllegalJobStatusChangeException;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** What the rows of the users count is what the table of jobs holds. */
class LineCountsTest {
    private static final String COUNTED_WRONGLY =
            "select l.user_id, l.waiting, l.under_way, l.waiting_seconds, j.* from user_line l"
                    + " full join (select user_id as owner,"
                    + " count(*) filter (where status = 'QUEUED' and outcome is null) as queued,"
                    + " count(*) filter (where status in ('DISPATCHED', 'RUNNING')) as live,"
                    + " sum(predicted_seconds) filter (where status = 'QUEUED'"
                    + " and outcome is null) as seconds from job group by user_id) j"
                    + " on j.owner = l.user_id where l.waiting is distinct from j.queued"
                    + " or l.under_way is distinct from j.live"
                    + " or abs(l.waiting_seconds - coalesce(j.seconds, 0)) > 1e-6";

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final List<UUID> users = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> jobs = new ArrayList<>();

    @Test
    void whateverHappensToJobsTheirUsersCountThem() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int step = 0; step < 300; step++) {
            tryToHappen(random);
        }

        assertThat(countedWrongly()).as("seed %d", seed).isEmpty();
    }

    @Test
    void aCountThatIsWrongIsNoticed() {
        add(users.get(0), Tier.FREE);
        GenerationDatabase.DATABASE.execute("update generation.user_line set under_way = 1");

        assertThat(countedWrongly()).hasSize(1);
    }

    @Test
    void aChangeThatNoLineHasCountedIsNotSaved() {
        add(users.get(0), Tier.FREE);

        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        entities -> {
                                            GenerationJob job =
                                                    entities.find(GenerationJob.class, jobs.get(0));
                                            job.dispatch(1, job.createdAt());
                                            return job;
                                        }))
                .hasStackTraceContaining("which no line of a user has counted");
    }

    @Test
    void theSameJobAddedTwiceIsCountedOnce() {
        GenerationJob job = aJob(users.get(0), aPlan(Tier.FREE, 1, 5));
        ForTests.add(database, job, 5);
        GenerationJob again =
                GenerationJob.queued(
                        job.id(),
                        job.userId(),
                        aPlan(Tier.FREE, 1, 5),
                        Samples.aWork(),
                        "1".repeat(64),
                        job.terms().quote());
        ForTests.add(database, again, 5);

        assertThat(countedWrongly()).isEmpty();
        assertThat(ForTests.<Long>withStore(database, store -> store.waitingJobs(job.userId())))
                .isEqualTo(1);
    }

    private void tryToHappen(Random random) {
        try {
            happen(random);
        } catch (IllegalJobStatusChangeException e) {
            // Nothing of it is kept, which is looked at as well.
            assertThat(e).hasMessageContaining("cannot become");
        }
    }

    private void happen(Random random) {
        if (jobs.isEmpty() || random.nextInt(4) == 0) {
            add(users.get(random.nextInt(2)), Tier.values()[random.nextInt(5)]);
            return;
        }
        UUID id = jobs.get(random.nextInt(jobs.size()));
        GenerationJob job = ForTests.withStore(database, store -> store.find(id).orElseThrow());
        Attempt attempt = new Attempt(job.delivery().dispatchNumber(), 1 + random.nextInt(3));
        ForTests.withTransitions(
                database,
                transitions -> {
                    switch (random.nextInt(7)) {
                        case 0, 1 -> dispatch(id);
                        case 2 -> transitions.takeAll(Reports.started(id, attempt, "worker"));
                        case 3 -> transitions.postpone(id, attempt, "worker", "store-down");
                        case 4 ->
                                transitions.takeAll(
                                        Reports.finished(
                                                id,
                                                new Attempt(1, 1),
                                                "worker",
                                                "cpu",
                                                job.imageIds()));
                        case 5 -> transitions.decideCancelled(id, Actor.SYSTEM);
                        default -> endIfDecided(transitions, job);
                    }
                    return null;
                });
    }

    private static void endIfDecided(JobTransitions transitions, GenerationJob job) {
        if (job.outcome() != null) {
            transitions.end(job.id(), 1, 1);
        }
    }

    private void dispatch(UUID id) {
        ForTests.change(
                database,
                id,
                job -> {
                    if (job.outcome() == null && job.status() == JobStatus.QUEUED) {
                        job.dispatch(1, job.createdAt());
                    }
                });
    }

    private void add(UUID user, Tier tier) {
        GenerationJob job = aJob(user, aPlan(tier, 2, 20));
        try {
            jobs.add(ForTests.add(database, job, 20).id());
        } catch (QueueFullException e) {
            assertThat(e.code()).isEqualTo("queue-full");
        }
    }

    private List<?> countedWrongly() {
        return database.inTransaction(
                entities -> entities.createNativeQuery(COUNTED_WRONGLY).getResultList());
    }
}
