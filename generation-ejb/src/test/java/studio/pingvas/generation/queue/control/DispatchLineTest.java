package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

class DispatchLineTest {
    private static final Plan FREE = aPlan(Tier.FREE, 1, 100);
    private static final Plan STUDIO = aPlan(Tier.STUDIO, 5, 100);

    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void theHigherTierGoesFirstThenTheOlderJob() {
        UUID firstFree = add(UUID.randomUUID(), FREE);
        UUID secondFree = add(UUID.randomUUID(), FREE);
        UUID studio = add(UUID.randomUUID(), STUDIO);

        assertThat(take(10)).contains(studio);
        assertThat(take(10)).contains(firstFree);
        assertThat(take(10)).contains(secondFree);
        assertThat(take(10)).isEmpty();
    }

    @Test
    void noMoreAreDispatchedThanTheWindowIsWide() {
        UUID first = add(UUID.randomUUID(), FREE);
        add(UUID.randomUUID(), FREE);

        assertThat(take(1)).contains(first);
        assertThat(take(1)).isEmpty();
        start(first);
        assertThat(take(1)).isPresent();
    }

    @Test
    void aUserWithEnoughUnderWayIsPassedOver() {
        UUID busy = UUID.randomUUID();
        UUID running = add(busy, FREE);
        add(busy, FREE);
        UUID stranger = add(UUID.randomUUID(), FREE);

        assertThat(take(10)).contains(running);
        start(running);
        assertThat(take(10)).contains(stranger);
        assertThat(take(10)).isEmpty();
    }

    @Test
    void nodesThatDispatchAtTheSameTimeKeepTheWindowTogether() throws Exception {
        for (int i = 0; i < 20; i++) {
            add(UUID.randomUUID(), FREE);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<Optional<UUID>>> takes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            takes.add(() -> take(3));
        }

        List<UUID> taken = new ArrayList<>();
        for (Future<Optional<UUID>> take : nodes.invokeAll(takes)) {
            take.get().ifPresent(taken::add);
        }
        nodes.shutdown();

        assertThat(taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatWasTakenButNotSentIsFoundAgain() {
        UUID job = add(UUID.randomUUID(), FREE);
        take(1);
        assertThat(unsent()).containsExactly(job);

        inLine(
                line -> {
                    line.sent(job);
                    return null;
                });
        assertThat(unsent()).isEmpty();
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
        assertThat(find(job).dispatchNumber()).isEqualTo(2);
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
        assertThat(find(job).dispatchNumber()).isEqualTo(1);
        assertThat(find(job).follows(new Attempt(1, 2))).isTrue();
    }

    private UUID add(UUID user, Plan plan) {
        GenerationJob job = aJob(user, plan);
        ForTests.withStore(database, store -> store.add(job, plan.maxWaiting()));
        return job.id();
    }

    private Optional<UUID> take(int window) {
        return inLine(line -> line.takeNext(window)).map(GenerationJob::id);
    }

    private List<UUID> unsent() {
        return inLine(line -> line.unsent(0, 10)).stream().map(GenerationJob::id).toList();
    }

    private GenerationJob find(UUID id) {
        return ForTests.withStore(database, store -> store.find(id).orElseThrow());
    }

    private void start(UUID id) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.start(id, new Attempt(1, 1), "worker");
                    return null;
                });
    }

    private <T> T inLine(Function<DispatchLine, T> work) {
        return database.inTransaction(
                entities -> {
                    DispatchOrder order = new DispatchOrder();
                    order.entities = entities;
                    DispatchLine line = new DispatchLine();
                    line.entities = entities;
                    line.order = order;
                    line.clock = ForTests.clock(entities);
                    line.history = ForTests.history(entities, database);
                    return work.apply(line);
                });
    }
}
