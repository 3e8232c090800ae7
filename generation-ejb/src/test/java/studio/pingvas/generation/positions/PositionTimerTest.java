package studio.pingvas.generation.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.Forecast;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.control.Outlook;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;

class PositionTimerTest {
    private static final Eta SOON = new Eta(0, 1, 1, 2);

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final Map<UUID, Integer> positions = new HashMap<>();
    private final PositionTimer timer = new PositionTimer();

    @BeforeEach
    void wire() {
        nextRoundIsDue();
        GenerationDatabase.DATABASE.execute(
                "update generation.position_round set user_id = default, line_order = default");
        timer.rounds =
                new PositionRounds() {
                    @Override
                    public List<GenerationJob> begin(int most) {
                        return rounds(rounds -> rounds.begin(most));
                    }

                    @Override
                    public void tell(UUID jobId, int position, boolean aloud) {
                        rounds(
                                rounds -> {
                                    rounds.tell(jobId, position, aloud);
                                    return null;
                                });
                    }
                };
        timer.forecast =
                new Forecast() {
                    @Override
                    public Outlook of(GenerationJob job, Instant now) {
                        int position = positions.get(job.id());
                        return new Outlook(new Ahead(position - 1, 1, 1, 0, 0), SOON);
                    }
                };
    }

    @Test
    void ownerHearsOfAPositionThatHasHalved() {
        UUID job = waiting(100);

        look(job, 51);
        assertThat(told()).isEmpty();
        look(job, 50);
        assertThat(told()).containsExactly(50);
        look(job, 26);
        look(job, 25);
        look(job, 25);
        look(job, 1);
        assertThat(told()).containsExactly(50, 25, 1);
        assertThat(database.events)
                .extracting(JobChanged::type)
                .containsExactly(
                        JobEventType.QUEUED,
                        JobEventType.POSITION,
                        JobEventType.POSITION,
                        JobEventType.POSITION);
    }

    @Test
    void jobThatIsFirstHasNowhereToGo() {
        UUID job = waiting(1);

        look(job, 1);
        assertThat(told()).isEmpty();
    }

    @Test
    void jobWhosePositionWasNeverToldIsWatchedFromNowOn() {
        UUID job = waiting(100);
        GenerationDatabase.DATABASE.execute("update generation.job set told_position = null");

        look(job, 40);
        assertThat(told()).isEmpty();
        look(job, 20);
        assertThat(told()).containsExactly(20);
    }

    @Test
    void jobThatHasJustComeIsNotLookedAt() {
        UUID job = waiting(100);
        GenerationDatabase.DATABASE.execute("update generation.job set created_at = now()");

        look(job, 1);
        assertThat(told()).isEmpty();
    }

    @Test
    void jobThatHasLeftTheLineMeanwhileIsLeftAlone() {
        UUID job = waiting(100);
        ForTests.change(database, job, waiting -> waiting.dispatch(1, waiting.createdAt()));

        timer.rounds.tell(job, 1, true);
        assertThat(told()).isEmpty();
    }

    @Test
    void nodesThatComeTogetherMakeOneRound() {
        UUID job = waiting(100);
        positions.put(job, 50);

        assertThat(timer.rounds.begin(10)).hasSize(1);
        assertThat(timer.rounds.begin(10)).isEmpty();
    }

    @Test
    void longLineIsGoneThroughInSeveralRounds() {
        waiting(10);
        waiting(10);
        waiting(10);

        List<UUID> first = roundOf(2);
        List<UUID> second = roundOf(2);
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(roundOf(2)).isEqualTo(first);
    }

    private List<UUID> roundOf(int most) {
        nextRoundIsDue();
        return timer.rounds.begin(most).stream().map(GenerationJob::id).toList();
    }

    private void look(UUID job, int position) {
        positions.put(job, position);
        nextRoundIsDue();
        timer.look();
    }

    private UUID waiting(int toldPosition) {
        GenerationJob job = aJob(UUID.randomUUID(), aPlan(Tier.FREE, 1, 5));
        ForTests.addTold(database, job, 5, SOON, toldPosition);
        GenerationDatabase.DATABASE.execute(
                "update generation.job set created_at = now() - interval '11 seconds'");
        return job.id();
    }

    private List<Integer> told() {
        return database.inTransaction(
                entities -> {
                    List<?> rows =
                            entities.createNativeQuery(
                                            "select position from job_event where type ="
                                                    + " 'position' order by seq")
                                    .getResultList();
                    return rows.stream().map(row -> (Integer) row).toList();
                });
    }

    private static void nextRoundIsDue() {
        GenerationDatabase.DATABASE.execute(
                "update generation.position_round set begun_at = '-infinity'");
    }

    private <T> T rounds(Function<PositionRounds, T> work) {
        return database.inTransaction(
                entities -> {
                    PositionRounds rounds = new PositionRounds();
                    rounds.entities = entities;
                    rounds.clock = ForTests.clock(entities);
                    rounds.history = ForTests.history(entities, database);
                    return work.apply(rounds);
                });
    }
}
