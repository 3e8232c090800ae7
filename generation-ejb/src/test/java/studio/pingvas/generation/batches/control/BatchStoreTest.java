package studio.pingvas.generation.batches.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.batches.control.BatchesForTests.aBatch;
import static studio.pingvas.generation.batches.control.BatchesForTests.jobs;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobStatus;

class BatchStoreTest {
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final BatchStore store = BatchesForTests.store(database);
    private final UUID user = UUID.randomUUID();
    private final Plan plan = aPlan(Tier.PRO, 3, 100);

    @Test
    void itsJobsWaitInTheirOrder() {
        List<GenerationJob> jobs = jobs(user, plan, 12);
        JobBatch batch = store.add(aBatch(user, 12), jobs, 100);

        assertThat(store.jobs(batch.id(), 0, 100))
                .extracting(GenerationJob::id)
                .containsExactlyElementsOf(ids(jobs));
        assertThat(store.jobs(batch.id(), 5, 3))
                .extracting(job -> job.origin().batchPlace())
                .containsExactly(5, 6, 7);
        List<UUID> newestFirst = new ArrayList<>(ids(jobs));
        Collections.reverse(newestFirst);
        assertThat(queued()).extracting(GenerationJob::id).containsExactlyElementsOf(newestFirst);
        assertThat(store.firstWaiting(batch.id()).map(GenerationJob::id))
                .contains(jobs.get(0).id());
        assertThat(store.lastLive(batch.id()).map(GenerationJob::id)).contains(jobs.get(11).id());
    }

    @Test
    void itsOwnerHearsOfEachJobOnceAndWithoutGaps() {
        ForTests.add(database, jobs(user, plan, 1).get(0), 100);
        List<GenerationJob> jobs = jobs(user, plan, 3);
        store.add(aBatch(user, 3), jobs, 100);

        List<JobEvent> events = ForTests.withStore(database, all -> all.eventsAfter(user, 1, 100));
        assertThat(events).extracting(JobEvent::seq).containsExactly(2L, 3L, 4L);
        assertThat(events).extracting(JobEvent::jobId).containsExactlyElementsOf(ids(jobs));
    }

    @Test
    void theSameBatchAddedTwiceIsThereOnce() {
        JobBatch batch = aBatch(user, 3);
        List<GenerationJob> jobs = jobs(user, plan, 3);
        store.add(batch, jobs, 100);

        JobBatch again = store.add(aCopyOf(batch), jobs(user, plan, 3), 100);

        assertThat(again.createdAt()).isEqualTo(batch.createdAt());
        assertThat(waiting()).isEqualTo(3);
        assertThat(store.jobs(batch.id(), 0, 100)).hasSize(3);
        assertThat(lastSeq()).isEqualTo(3);
    }

    @Test
    void theSameBatchIsFoundEvenIfThereIsNoRoomForItAgain() {
        JobBatch batch = aBatch(user, 3);
        store.add(batch, jobs(user, plan, 3), 3);
        assertThat(store.add(aCopyOf(batch), jobs(user, plan, 3), 3).id()).isEqualTo(batch.id());
        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void whereThereIsNoRoomForAllNoneIsKept() {
        store.add(aBatch(user, 3), jobs(user, plan, 3), 5);

        assertThatThrownBy(() -> store.add(aBatch(user, 3), jobs(user, plan, 3), 5))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("no room for 3 more");
        UUID newcomer = UUID.randomUUID();
        assertThatThrownBy(() -> store.add(aBatch(newcomer, 6), jobs(newcomer, plan, 6), 5))
                .isInstanceOf(QueueFullException.class);

        assertThat(waiting()).isEqualTo(3);
        assertThat(store.list(user, null, 10)).hasSize(1);
        assertThat(store.list(newcomer, null, 10)).isEmpty();
        store.add(aBatch(user, 2), jobs(user, plan, 2), 5);
        assertThat(waiting()).isEqualTo(5);
    }

    @Test
    void whoseAccountIsDeletedGetsNone() {
        GenerationDatabase.DATABASE.execute(
                "insert into generation.erasure (user_id) values ('" + user + "')");
        assertThatThrownBy(() -> store.add(aBatch(user, 1), jobs(user, plan, 1), 5))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void manyAtOnceStayWithinTheLimit() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(this::isAccepted);
            }
            int accepted = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                accepted += call.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(6);
        } finally {
            threads.shutdownNow();
        }
        assertThat(waiting()).isEqualTo(18);
    }

    private boolean isAccepted() {
        try {
            store.add(aBatch(user, 3), jobs(user, plan, 3), 20);
            return true;
        } catch (QueueFullException e) {
            return false;
        }
    }

    @Test
    void itsProgressIsThatOfItsJobs() {
        List<GenerationJob> jobs = jobs(user, plan, 4);
        JobBatch batch = store.add(aBatch(user, 4), jobs, 100);
        cancel(jobs.get(0), 2);
        ForTests.change(database, jobs.get(1).id(), job -> job.dispatch(1, job.createdAt()));

        BatchProgress progress = store.progress(List.of(batch.id())).get(batch.id());

        assertThat(progress.jobs())
                .containsOnly(
                        Map.entry(JobView.Status.QUEUED, 3),
                        Map.entry(JobView.Status.CANCELLED, 1));
        assertThat(progress.percent()).isEqualTo(25);
        assertThat(progress.creditsRefunded()).isEqualTo(2);
        assertThat(progress.finishedAt()).isNull();
        for (GenerationJob job : jobs.subList(1, 4)) {
            cancel(job, 2);
        }
        BatchProgress ended = store.progress(List.of(batch.id())).get(batch.id());
        assertThat(ended.percent()).isEqualTo(100);
        assertThat(ended.finishedAt()).isNotNull();
        assertThat(store.lastLive(batch.id())).isEmpty();
    }

    @Test
    void itGoesWithTheLastOfItsJobsWhenItsOwnerIsErased() {
        List<GenerationJob> jobs = jobs(user, plan, 2);
        store.add(aBatch(user, 2), jobs, 100);
        cancel(jobs.get(0), 2);
        GenerationDatabase.DATABASE.execute(
                "insert into generation.erasure (user_id) values ('" + user + "')");

        eraseEnded();
        assertThat(store.list(user, null, 10)).hasSize(1);
        cancel(jobs.get(1), 2);
        eraseEnded();
        assertThat(store.list(user, null, 10)).isEmpty();
    }

    private void eraseEnded() {
        GenerationDatabase.DATABASE.execute(
                "select generation.erase_ended_jobs('" + user + "', 100)");
    }

    @Test
    void aBatchWithoutAnIdOrAPlaceInItIsNoPartOfOne() {
        GenerationJob job = jobs(user, plan, 1).get(0);
        store.add(aBatch(user, 1), List.of(job), 100);
        assertThatThrownBy(
                        () ->
                                GenerationDatabase.DATABASE.execute(
                                        "update generation.job set batch_place = null where id = '"
                                                + job.id()
                                                + "'"))
                .hasStackTraceContaining("job_has_place_in_batch");
    }

    @Test
    void batchesAreListedNewestFirstAndToTheirOwnerAlone() {
        List<UUID> added =
                IntStream.range(0, 3)
                        .mapToObj(i -> store.add(aBatch(user, 1), jobs(user, plan, 1), 100).id())
                        .toList();
        assertThat(store.list(user, null, 2))
                .extracting(JobBatch::id)
                .containsExactly(added.get(2), added.get(1));
        assertThat(store.list(UUID.randomUUID(), null, 2)).isEmpty();
        assertThat(store.findOf(UUID.randomUUID(), added.get(0))).isEmpty();
    }

    private void cancel(GenerationJob job, long refunded) {
        ForTests.withTransitions(
                database, transitions -> transitions.decideCancelled(job.id(), Actor.user(user)));
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.end(job.id(), 0, refunded);
                    return null;
                });
    }

    private List<GenerationJob> queued() {
        List<JobStatus> queued = List.of(JobStatus.QUEUED);
        return ForTests.withStore(database, all -> all.list(user, queued, null, 100));
    }

    private long lastSeq() {
        return ForTests.withStore(database, all -> all.lastSeq(user));
    }

    private long waiting() {
        return ForTests.withStore(database, all -> all.waitingJobs(user));
    }

    private static JobBatch aCopyOf(JobBatch batch) {
        return new JobBatch(
                batch.id(),
                batch.userId(),
                batch.label(),
                batch.kind(),
                null,
                batch.requestSha256(),
                batch.jobCount(),
                batch.estimatedCredits());
    }

    private static List<UUID> ids(List<GenerationJob> jobs) {
        return jobs.stream().map(GenerationJob::id).toList();
    }
}
