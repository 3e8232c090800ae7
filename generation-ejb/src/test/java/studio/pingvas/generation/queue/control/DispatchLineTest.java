package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;

class DispatchLineTest {
    private static final Plan FREE = aPlan(Tier.FREE, 1, 100);
    private static final Plan STUDIO = aPlan(Tier.STUDIO, 5, 100);

    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void theHeavierTierGoesFirstThenTheOlderUser() {
        UUID firstFree = add(UUID.randomUUID(), FREE);
        UUID secondFree = add(UUID.randomUUID(), FREE);
        UUID studio = add(UUID.randomUUID(), STUDIO);

        assertThat(take(10)).containsExactly(studio, firstFree, secondFree);
        assertThat(take(10)).isEmpty();
    }

    @Test
    void noMoreAreDispatchedThanTheWindowIsWide() {
        UUID first = add(UUID.randomUUID(), FREE);
        UUID second = add(UUID.randomUUID(), FREE);

        assertThat(take(1)).containsExactly(first);
        assertThat(take(1)).isEmpty();
        start(first);
        assertThat(take(1)).containsExactly(second);
    }

    @Test
    void aUserWithEnoughUnderWayIsPassedOver() {
        UUID busy = UUID.randomUUID();
        UUID running = add(busy, FREE);
        add(busy, FREE);
        UUID stranger = add(UUID.randomUUID(), FREE);

        assertThat(take(10)).containsExactly(running, stranger);
        assertThat(take(10)).isEmpty();
    }

    @Test
    void aStrangerGoesBeforeTheRestOfABatch() {
        UUID batch = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            add(batch, STUDIO);
        }
        UUID first = take(1).get(0);
        UUID stranger = add(UUID.randomUUID(), STUDIO);
        start(first);

        assertThat(take(1)).containsExactly(stranger);
    }

    @Test
    void theTiersShareByTheirWeightsHoweverTheTurnsAreCut() {
        for (int i = 0; i < 60; i++) {
            add(UUID.randomUUID(), STUDIO);
            add(UUID.randomUUID(), FREE);
        }
        Map<Tier, Integer> taken = new EnumMap<>(Tier.class);
        while (taken.values().stream().mapToInt(Integer::intValue).sum() < 54) {
            for (UUID id : take(1 + taken.size())) {
                start(id);
                taken.merge(find(id).terms().tier(), 1, Integer::sum);
            }
        }

        assertThat(taken.get(Tier.STUDIO)).isBetween(47, 49);
    }

    @Test
    void whoGetsMoreTurnsThanTheOthersIsServedInOrderToTheEnd() {
        UUID heavy = UUID.randomUUID();
        Plan plan = aPlan(Tier.ENTERPRISE, 20, 100);
        List<UUID> jobs = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            jobs.add(add(heavy, plan));
        }
        for (int i = 0; i < 9; i++) {
            add(UUID.randomUUID(), FREE);
        }

        List<UUID> taken = take(15);

        // Sixteen times the weight: one of the free jobs comes between them, the others after.
        assertThat(taken).hasSize(15).containsSubsequence(jobs);
        assertThat(find(taken.get(12)).userId()).isNotEqualTo(heavy);
        start(taken.get(0));
        assertThat(take(15)).hasSize(1).doesNotContainAnyElementsOf(jobs);
    }

    @Test
    void jobThatSomebodyIsJustChangingHoldsNobodyUp() {
        UUID locked = add(UUID.randomUUID(), FREE);
        UUID other = add(UUID.randomUUID(), FREE);

        List<UUID> taken =
                ForTests.withTransitions(
                        database,
                        transitions -> {
                            transitions.decideCancelled(locked, Actor.SYSTEM);
                            return take(10);
                        });

        assertThat(taken).containsExactly(other);
    }

    @Test
    void jobThatWasOvertakenByAWindowFullClosesTheWindowUntilItIsTaken() {
        UUID overtaken = add(UUID.randomUUID(), FREE);
        take(2);
        UUID one = add(UUID.randomUUID(), STUDIO);
        take(2);
        start(one);
        UUID two = add(UUID.randomUUID(), STUDIO);
        take(2);
        start(two);
        UUID three = add(UUID.randomUUID(), STUDIO);

        assertThat(takeWith(null).jobs()).isEmpty();
        assertThat(takeWith(null).overtaken()).isEqualTo(overtaken);
        start(overtaken);
        assertThat(take(2)).containsExactly(three);
    }

    @Test
    void jobWhoseMessageIsLostDoesNotKeepTheWindowClosed() {
        UUID lost = add(UUID.randomUUID(), FREE);
        take(2);
        for (int i = 0; i < 2; i++) {
            UUID other = add(UUID.randomUUID(), STUDIO);
            take(2);
            start(other);
        }
        UUID next = add(UUID.randomUUID(), STUDIO);

        assertThat(take(2)).isEmpty();
        assertThat(takeWith(lost).jobs()).extracting(GenerationJob::id).containsExactly(next);
    }

    @Test
    void nodesThatDispatchAtTheSameTimeKeepTheWindowTogether() throws Exception {
        for (int i = 0; i < 20; i++) {
            add(UUID.randomUUID(), FREE);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<List<UUID>>> takes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            takes.add(() -> take(3));
        }

        List<UUID> taken = new ArrayList<>();
        for (Future<List<UUID>> take : nodes.invokeAll(takes)) {
            taken.addAll(take.get());
        }
        nodes.shutdown();

        assertThat(taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aDispatchIsPartOfTheStoryButNobodyIsToldOfIt() {
        UUID user = UUID.randomUUID();
        UUID job = add(user, FREE);
        take(1);
        start(job);

        assertThat(
                        ForTests.<List<JobEvent>>withStore(
                                database, store -> store.eventsAfter(user, 0, 10)))
                .extracting(event -> event.seq() + event.type())
                .containsExactly("1queued", "3started");
        assertThat(database.events)
                .extracting(JobChanged::type)
                .containsExactly(
                        JobEventType.QUEUED, JobEventType.DISPATCHED, JobEventType.STARTED);
    }

    @Test
    void whatWasTakenAndNotStartedIsFoundAgainInItsOrder() {
        UUID first = add(UUID.randomUUID(), FREE);
        UUID second = add(UUID.randomUUID(), FREE);
        take(2);
        assertThat(notStarted(0, 10)).containsExactly(first, second);
        assertThat(notStarted(0, 1)).containsExactly(first);
        assertThat(notStarted(5, 10)).isEmpty();

        start(first);
        assertThat(notStarted(0, 10)).containsExactly(second);
    }

    @Test
    void aLostMessageIsSentUnderANewNumber() {
        UUID job = add(UUID.randomUUID(), FREE);
        take(1);
        inLine(
                line -> {
                    line.requeue(find(job));
                    return null;
                });

        assertThat(find(job).status()).isEqualTo(JobStatus.QUEUED);
        take(1);
        assertThat(find(job).delivery().dispatchNumber()).isEqualTo(2);
    }

    @Test
    void aJobThatMovedOnMeanwhileIsNotRequeued() {
        UUID job = add(UUID.randomUUID(), FREE);
        take(1);
        GenerationJob seen = find(job);
        start(job);
        inLine(
                line -> {
                    line.requeue(seen);
                    return null;
                });

        assertThat(find(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aJobWhoseWorkerDiedWaitsInTheBrokerUnderItsOldNumber() {
        UUID job = add(UUID.randomUUID(), FREE);
        take(1);
        start(job);
        inLine(
                line -> {
                    line.workerLost(find(job));
                    return null;
                });

        assertThat(find(job).status()).isEqualTo(JobStatus.DISPATCHED);
        assertThat(find(job).delivery().dispatchNumber()).isEqualTo(1);
        assertThat(find(job).follows(new Attempt(1, 2))).isTrue();
    }

    private UUID add(UUID user, Plan plan) {
        GenerationJob job = aJob(user, plan);
        ForTests.add(database, job, plan.maxWaiting());
        return job.id();
    }

    private List<UUID> take(int window) {
        return inLine(line -> line.take(window, null)).jobs().stream()
                .map(GenerationJob::id)
                .toList();
    }

    private Taken takeWith(UUID gone) {
        return inLine(line -> line.take(2, gone));
    }

    private List<UUID> notStarted(int seconds, int limit) {
        return inLine(line -> line.notStarted(seconds, limit)).stream()
                .map(GenerationJob::id)
                .toList();
    }

    private GenerationJob find(UUID id) {
        return ForTests.withStore(database, store -> store.find(id).orElseThrow());
    }

    private void start(UUID id) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(id, new Attempt(1, 1), "worker"));
                    return null;
                });
    }

    private <T> T inLine(Function<DispatchLine, T> work) {
        return database.inTransaction(
                entities -> work.apply(LinesOfDispatch.line(entities, database)));
    }
}
