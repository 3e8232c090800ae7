package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aJob;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;

class JobTransitionsTest {
    private static final Attempt FIRST = new Attempt(1, 1);
    private static final Attempt SECOND = new Attempt(1, 2);

    private final GenerationDatabase database = GenerationDatabase.empty();
    private UUID jobId;

    @BeforeEach
    void aDispatchedJob() {
        GenerationJob job = aJob();
        jobId = job.id();
        ForTests.add(database, job, 5);
        dispatch();
    }

    @Test
    void aStartIsRecordedOnceHoweverOftenItIsReported() {
        start(FIRST);
        start(FIRST);

        assertThat(job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job().delivery().attempts()).isEqualTo(1);
        assertThat(types()).containsExactly(JobEventType.QUEUED, JobEventType.STARTED);
    }

    @Test
    void aStartAndItsResultCanBeTakenTogether() {
        List<WorkerReport> both = new ArrayList<>(Reports.started(jobId, FIRST, "worker"));
        both.addAll(Reports.finished(jobId, FIRST, "worker", "cpu", job().imageIds()));

        assertThat(takeAll(both)).containsOnlyKeys(jobId);
        assertThat(job().delivery().attempts()).isEqualTo(1);
        assertThat(job().outcome()).isEqualTo(JobStatus.COMPLETED);
        assertThat(types()).containsExactly(JobEventType.QUEUED, JobEventType.STARTED);
    }

    @Test
    void aReportOfAJobThatIsGoneHarmsNoOther() {
        List<WorkerReport> reports =
                new ArrayList<>(Reports.started(UUID.randomUUID(), FIRST, "worker"));
        reports.addAll(Reports.started(jobId, FIRST, "worker"));

        assertThat(takeAll(reports)).isEmpty();
        assertThat(job().status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aSecondAttemptTellsTheOwnerThatTheJobWentBack() {
        start(FIRST);
        start(SECOND);

        assertThat(types())
                .containsExactly(
                        JobEventType.QUEUED,
                        JobEventType.STARTED,
                        JobEventType.QUEUED,
                        JobEventType.STARTED);
    }

    @Test
    void aLateReportOfTheFirstAttemptChangesNothing() {
        start(SECOND);
        start(FIRST);

        assertThat(decideCompleted(FIRST)).isFalse();
        assertThat(job().outcome()).isNull();
        assertThat(job().delivery().attempts()).isEqualTo(1);
    }

    @Test
    void aResultThatOvertookItsStartCompletesTheJob() {
        assertThat(decideCompleted(FIRST)).isTrue();
        start(FIRST);

        assertThat(job().outcome()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(types()).containsExactly(JobEventType.QUEUED, JobEventType.STARTED);
    }

    @Test
    void picturesThatNobodyAskedForAreRefused() {
        List<UUID> others = List.of(UUID.randomUUID());

        assertThatThrownBy(
                        () ->
                                ForTests.withTransitions(
                                        database,
                                        t ->
                                                t.takeAll(
                                                        Reports.finished(
                                                                jobId, FIRST, "worker", "cpu",
                                                                others))))
                .isInstanceOf(InvalidResultException.class);
        assertThat(job().outcome()).isNull();
    }

    @Test
    void aRepeatedResultIsTakenUpAgain() {
        decideCompleted(FIRST);
        assertThat(decideCompleted(FIRST)).isTrue();

        end();
        end();

        assertThat(job().status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(types()).filteredOn(JobEventType.COMPLETED::equals).hasSize(1);
    }

    @Test
    void aJobWhoseResultHasComeCannotBeCancelled() {
        decideCompleted(FIRST);

        assertThat(decideCancelled().outcome()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void theResultOfACancelledJobIsIgnored() {
        assertThat(decideCancelled().outcome()).isEqualTo(JobStatus.CANCELLED);

        assertThat(decideCompleted(FIRST)).isFalse();
    }

    @Test
    void aFailureSaysWhy() {
        ForTests.withTransitions(
                database,
                transitions -> transitions.decideFailed(jobId, FIRST, "worker", "oops", "Why."));
        end();

        assertThat(job().status()).isEqualTo(JobStatus.FAILED);
        assertThat(job().ending().errorCode()).isEqualTo("oops");
        assertThat(job().ending().errorMessage()).isEqualTo("Why.");
    }

    @Test
    void whatWasCutInHalfIsFoundAndAnEndedJobIsNot() {
        decideCancelled();
        assertThat(cutInHalf()).containsExactly(jobId);

        end();
        assertThat(cutInHalf()).isEmpty();
    }

    @Test
    void aPostponedJobWaitsAgainAndTheAttemptDoesNotCount() {
        start(FIRST);

        assertThat(postpone(FIRST)).isFalse();

        assertThat(job().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job().delivery().attempts()).isZero();
        assertThat(types())
                .containsExactly(JobEventType.QUEUED, JobEventType.STARTED, JobEventType.QUEUED);
    }

    @Test
    void aPostponementIsRecordedOnceHoweverOftenItIsReported() {
        start(FIRST);
        postpone(FIRST);
        postpone(FIRST);

        assertThat(types()).hasSize(3);
        assertThat(job().delivery().attempts()).isZero();
    }

    @Test
    void aPostponementThatOvertookItsStartHolds() {
        postpone(FIRST);
        start(FIRST);

        assertThat(job().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job().delivery().attempts()).isZero();
    }

    /** The message would be delivered again for ever if it were an error. */
    @Test
    void aResultOfAnAttemptThatWasGivenBackChangesNothing() {
        start(FIRST);
        postpone(FIRST);

        assertThat(decideCompleted(FIRST)).isFalse();
        assertThat(job().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job().outcome()).isNull();
    }

    @Test
    void aJobThatWasSentAnewIsNotPostponedByItsOldAttempt() {
        start(FIRST);
        postpone(FIRST);
        dispatch();
        postpone(FIRST);

        assertThat(job().status()).isEqualTo(JobStatus.DISPATCHED);
        start(new Attempt(2, 1));
        assertThat(job().delivery().attempts()).isEqualTo(1);
    }

    @Test
    void aCancelledJobIsNotPostponed() {
        start(FIRST);
        decideCancelled();

        assertThat(postpone(FIRST)).isFalse();
        assertThat(job().status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aJobThatIsPostponedAgainAndAgainFailsInTheEnd() {
        for (int dispatch = 1; dispatch < JobTransitions.MOST_DISPATCHES; dispatch++) {
            assertThat(postpone(new Attempt(dispatch, 1))).isFalse();
            dispatch();
        }
        assertThat(postpone(new Attempt(JobTransitions.MOST_DISPATCHES, 1))).isTrue();

        assertThat(job().outcome()).isEqualTo(JobStatus.FAILED);
        assertThat(job().ending().errorCode()).isEqualTo("attempts-exhausted");
    }

    private void dispatch() {
        ForTests.change(database, jobId, job -> job.dispatch(1, job.createdAt()));
    }

    private boolean postpone(Attempt attempt) {
        return ForTests.withTransitions(
                        database,
                        transitions -> transitions.postpone(jobId, attempt, "worker", "store-down"))
                .isPresent();
    }

    private Map<UUID, GenerationJob> takeAll(List<WorkerReport> reports) {
        return ForTests.withTransitions(database, transitions -> transitions.takeAll(reports));
    }

    private void start(Attempt attempt) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(jobId, attempt, "worker"));
                    return null;
                });
    }

    private boolean decideCompleted(Attempt attempt) {
        return ForTests.withTransitions(
                        database,
                        t ->
                                t.takeAll(
                                        Reports.finished(
                                                jobId, attempt, "worker", "cpu", job().imageIds())))
                .containsKey(jobId);
    }

    private GenerationJob decideCancelled() {
        return ForTests.withTransitions(database, t -> t.decideCancelled(jobId, Actor.SYSTEM))
                .orElseThrow();
    }

    private void end() {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.end(jobId, 2, 2);
                    return null;
                });
    }

    private List<UUID> cutInHalf() {
        return ForTests.withTransitions(database, t -> t.cutInHalf(0, 10)).stream()
                .map(GenerationJob::id)
                .toList();
    }

    private GenerationJob job() {
        return ForTests.withStore(database, store -> store.find(jobId).orElseThrow());
    }

    private List<JobEventType> types() {
        return database.events.stream().map(JobChanged::type).toList();
    }
}
