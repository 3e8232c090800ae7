package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.line.control.LinesForTests;
import studio.pingvas.generation.line.entity.TierState;

/** What people change about the order: users of their own jobs, administrators of tiers. */
class OwnOrderTest {
    private static final Plan PRO = aPlan(Tier.PRO, 10, 100);

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final List<UUID> jobs = new ArrayList<>();

    @BeforeEach
    void fiveJobs() {
        for (int i = 0; i < 5; i++) {
            jobs.add(add(ann, PRO));
        }
    }

    @Test
    void jobsComeToTheFrontInTheOrderInWhichTheyWereNamed() {
        assertThat(moveToFront(ann, List.of(jobs.get(4), jobs.get(2)))).hasSize(2);

        assertThat(take())
                .containsExactly(jobs.get(4), jobs.get(2), jobs.get(0), jobs.get(1), jobs.get(3));
    }

    @Test
    void whatIsMovedLaterComesFirst() {
        moveToFront(ann, List.of(jobs.get(4)));
        moveToFront(ann, List.of(jobs.get(3)));

        assertThat(take()).startsWith(jobs.get(3), jobs.get(4), jobs.get(0));
    }

    @Test
    void movingDoesNotPushBeforeOthers() {
        UUID bob = UUID.randomUUID();
        UUID ofBob = add(bob, PRO);
        moveToFront(bob, List.of(ofBob));

        assertThat(take()).startsWith(jobs.get(0), ofBob);
    }

    @Test
    void jobsOfOthersAndJobsThatWaitNoMoreAreLeftAlone() {
        UUID bob = UUID.randomUUID();

        assertThat(moveToFront(bob, List.of(jobs.get(1)))).isEmpty();
        take();
        assertThat(moveToFront(ann, List.of(jobs.get(1)))).isEmpty();
    }

    @Test
    void moveIsPartOfTheStory() {
        moveToFront(ann, List.of(jobs.get(1)));

        assertThat(database.events)
                .filteredOn(event -> event.type() == JobEventType.MOVED)
                .extracting(JobChanged::jobId)
                .containsExactly(jobs.get(1));
    }

    @Test
    void pausedTierIsPassedOverUntilItIsResumed() {
        UUID free = add(UUID.randomUUID(), aPlan(Tier.FREE, 1, 5));
        inPauses(pauses -> pauses.pause(Set.of(Tier.PRO), "admin-1"));
        assertThat(take()).containsExactly(free);

        inPauses(pauses -> pauses.resume(Set.of(Tier.PRO), "admin-2"));
        assertThat(take()).hasSize(5);
    }

    @Test
    void everythingCanBePausedAndWhoDidItIsKept() {
        inPauses(pauses -> pauses.pause(EnumSet.allOf(Tier.class), "admin-1"));
        inPauses(pauses -> pauses.pause(Set.of(Tier.PRO), "admin-2"));

        assertThat(take()).isEmpty();
        List<TierState> states =
                database.inTransaction(entities -> LinesForTests.tierLines(entities).states());
        assertThat(states).extracting(TierState::tier).containsExactly(Tier.values());
        assertThat(states).allMatch(TierState::paused);
        assertThat(states).extracting(TierState::changedBy).containsOnly("admin-1");
    }

    @Test
    void tierThatWasPausedHasSavedNothingUp() {
        UUID other = UUID.randomUUID();
        for (int i = 0; i < 6; i++) {
            add(other, aPlan(Tier.STUDIO, 10, 100));
        }
        inPauses(pauses -> pauses.pause(Set.of(Tier.PRO), "admin"));
        take(3);
        inPauses(pauses -> pauses.resume(Set.of(Tier.PRO), "admin"));

        List<UUID> next = take(6);
        assertThat(next.stream().filter(jobs::contains)).hasSize(1);
    }

    private UUID add(UUID user, Plan plan) {
        GenerationJob job = aJob(user, plan);
        ForTests.add(database, job, plan.maxWaiting());
        return job.id();
    }

    private List<UUID> take() {
        return take(100);
    }

    private List<UUID> take(int width) {
        return database.inTransaction(
                entities ->
                        LinesOfDispatch.line(entities, database).take(width, null).jobs().stream()
                                .map(GenerationJob::id)
                                .toList());
    }

    private List<UUID> moveToFront(UUID user, List<UUID> ids) {
        return database.inTransaction(
                entities -> {
                    OwnOrder order = new OwnOrder();
                    order.entities = entities;
                    order.clock = ForTests.clock(entities);
                    order.history = ForTests.history(entities, database);
                    return order.moveToFront(user, ids, Actor.user(user));
                });
    }

    private void inPauses(Consumer<LinePauses> work) {
        database.inTransaction(
                entities -> {
                    LinePauses pauses = new LinePauses();
                    pauses.tiers = LinesForTests.tierLines(entities);
                    pauses.resumed = GenerationDatabase.recorder(new ArrayList<>());
                    work.accept(pauses);
                    return null;
                });
    }
}
