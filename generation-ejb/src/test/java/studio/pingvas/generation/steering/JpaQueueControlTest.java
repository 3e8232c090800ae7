package studio.pingvas.generation.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.CancelledJobs;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.queue.control.OwnOrder;

class JpaQueueControlTest {
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final FakeLedger ledger = new FakeLedger();
    private final JpaQueueControl control = new JpaQueueControl();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void wire() {
        control.store = ForTests.store(database);
        control.cancellation = new MassCancellation();
        control.cancellation.ledger = ledger.asLedger();
        control.cancellation.transitions = ForTests.transitions(database);
        control.cancellation.clock = ForTests.clock(database);
    }

    @Test
    void clearingCancelsWhatWaitsAndLeavesTheRest() {
        GenerationJob waiting = add(ann);
        GenerationJob dispatched = add(ann);
        change(dispatched, JpaQueueControlTest::dispatch);
        GenerationJob running = add(ann);
        change(running, JpaQueueControlTest::run);
        GenerationJob ofBob = add(bob);

        CancelledJobs cancelled = control.clear(ann);

        assertThat(cancelled.jobIds()).containsExactly(waiting.id(), dispatched.id());
        assertThat(cancelled.creditsRefunded()).isEqualTo(4);
        assertThat(ledger.released).containsExactly(waiting.id(), dispatched.id());
        assertThat(statusOf(waiting)).isEqualTo(JobStatus.CANCELLED);
        assertThat(statusOf(dispatched)).isEqualTo(JobStatus.CANCELLED);
        assertThat(statusOf(running)).isEqualTo(JobStatus.RUNNING);
        assertThat(statusOf(ofBob)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void ownersAndWorkersHearOfEachCancelledJob() {
        GenerationJob waiting = add(ann);
        GenerationJob dispatched = add(ann);
        change(dispatched, JpaQueueControlTest::dispatch);

        control.clear(ann);

        assertThat(database.events)
                .filteredOn(event -> event.type() == JobEventType.CANCELLED)
                .extracting(JobChanged::jobId, JobChanged::wasDispatched)
                .containsExactly(tuple(waiting.id(), false), tuple(dispatched.id(), true));
    }

    @Test
    void clearingAgainFindsNothingToDo() {
        add(ann);
        control.clear(ann);

        assertThat(control.clear(ann).jobIds()).isEmpty();
        assertThat(ledger.released).hasSize(1);
    }

    @Test
    void moreJobsThanOneTransactionTakesAreClearedToo() {
        int jobs = 2 * MassCancellation.AT_A_TIME;
        for (int i = 0; i < jobs; i++) {
            add(ann);
        }

        assertThat(control.clear(ann).jobIds()).hasSize(jobs).doesNotHaveDuplicates();
    }

    @Test
    void oneThatHasBeenDecidedAlreadyIsLeftToWhoeverDecidedIt() {
        GenerationJob job = add(ann);
        change(
                job,
                deciding -> deciding.decide(JobStatus.FAILED, Actor.SYSTEM, deciding.createdAt()));

        assertThat(control.clear(ann).jobIds()).isEmpty();
        assertThat(ledger.released).isEmpty();
    }

    @Test
    void allButTheLongestRunningAreCancelled() {
        GenerationJob later = add(ann);
        GenerationJob first = add(ann);
        change(first, JpaQueueControlTest::run);
        change(later, JpaQueueControlTest::runLater);
        GenerationJob waiting = add(ann);

        CancelledJobs cancelled = control.cancelAllExceptCurrent(ann, null);

        assertThat(cancelled.jobIds()).containsExactly(later.id(), waiting.id());
        assertThat(statusOf(first)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void allButTheOneThatWasNamedAreCancelled() {
        GenerationJob running = add(ann);
        change(running, JpaQueueControlTest::run);
        GenerationJob waiting = add(ann);

        control.cancelAllExceptCurrent(ann, waiting.id());

        assertThat(statusOf(running)).isEqualTo(JobStatus.CANCELLED);
        assertThat(statusOf(waiting)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void jobOfSomebodyElseCannotBeTheCurrentOne() {
        GenerationJob mine = add(ann);
        UUID ofBob = add(bob).id();

        assertThatThrownBy(() -> control.cancelAllExceptCurrent(ann, ofBob))
                .isInstanceOf(NotFoundException.class);
        assertThat(statusOf(mine)).isEqualTo(JobStatus.QUEUED);
    }

    static Stream<List<UUID>> notMovable() {
        return Stream.of(
                null,
                List.of(),
                Collections.singletonList(null),
                Stream.generate(UUID::randomUUID).limit(101).toList());
    }

    @ParameterizedTest
    @MethodSource("notMovable")
    void movesThatMakeNoSenseAreRefused(List<UUID> jobIds) {
        assertThatThrownBy(() -> control.moveToFront(ann, jobIds))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void jobIsMovedByItsOwner() {
        UUID job = UUID.randomUUID();
        control.order =
                new OwnOrder() {
                    @Override
                    public List<UUID> moveToFront(UUID userId, List<UUID> jobIds, Actor actor) {
                        assertThat(userId).isEqualTo(ann);
                        assertThat(actor.id()).isEqualTo(ann.toString());
                        return jobIds;
                    }
                };

        assertThat(control.moveToFront(ann, List.of(job))).containsExactly(job);
    }

    private GenerationJob add(UUID user) {
        GenerationJob job = Samples.aJob(user, Samples.aPlan(Tier.FREE, 1, 1_000));
        return ForTests.add(database, job, 1_000);
    }

    private void change(GenerationJob job, Consumer<GenerationJob> change) {
        ForTests.change(database, job.id(), change);
    }

    private JobStatus statusOf(GenerationJob job) {
        return ForTests.withStore(database, store -> store.find(job.id()).orElseThrow().status());
    }

    private static void dispatch(GenerationJob job) {
        job.dispatch(1, job.createdAt());
    }

    private static void run(GenerationJob job) {
        dispatch(job);
        job.startOn("worker-1", new Attempt(1, 1), job.createdAt());
    }

    private static void runLater(GenerationJob job) {
        dispatch(job);
        job.startOn("worker-1", new Attempt(1, 1), job.createdAt().plusSeconds(60));
    }
}
