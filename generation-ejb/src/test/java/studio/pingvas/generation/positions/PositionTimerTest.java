package studio.pingvas.generation.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.line.control.CurrentLine;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.control.LinesForTests;

class PositionTimerTest {
    private static final Eta SOON = new Eta(0, 1, 1, 2);

    private final GenerationDatabase database = GenerationDatabase.empty();
    private LineState line;
    private final PositionTimer timer = new PositionTimer();

    @BeforeEach
    void wire() {
        nextRoundIsDue();
        GenerationDatabase.DATABASE.execute(
                "update generation.position_round set user_id = default, line_order = default");
        timer.rounds =
                new PositionRounds() {
                    @Override
                    public List<WaitingJob> begin(int most) {
                        return rounds(rounds -> rounds.begin(most));
                    }

                    @Override
                    public void tell(Map<UUID, Integer> positions) {
                        rounds(
                                rounds -> {
                                    rounds.tell(positions);
                                    return null;
                                });
                    }
                };
        timer.line =
                new CurrentLine() {
                    @Override
                    public LineState get() {
                        return line;
                    }
                };
    }

    @Test
    void ownerHearsOfAPositionThatHasHalved() {
        waiting(100);

        look(51);
        assertThat(told()).isEmpty();
        look(50);
        assertThat(told()).containsExactly(50);
        look(26);
        look(25);
        look(25);
        look(1);
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
        waiting(1);

        look(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void jobWhosePositionWasNeverToldIsWatchedFromNowOn() {
        UUID job = waiting(100);
        GenerationDatabase.DATABASE.execute("update generation.job set told_position = null");

        look(40);
        assertThat(told()).isEmpty();
        look(20);
        assertThat(told()).containsExactly(20);
    }

    @Test
    void jobThatHasJustComeIsNotLookedAt() {
        UUID job = waiting(100);
        GenerationDatabase.DATABASE.execute("update generation.job set created_at = now()");

        look(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void jobThatHasLeftTheLineMeanwhileIsLeftAlone() {
        UUID job = waiting(100);
        ForTests.change(database, job, waiting -> waiting.dispatch(1, waiting.createdAt()));

        timer.rounds.tell(Map.of(job, 1));
        assertThat(told()).isEmpty();
    }

    @Test
    void nodesThatComeTogetherMakeOneRound() {
        waiting(100);

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

    @Test
    void jobsOfAnOwnerStandBehindEachOther() {
        UUID owner = UUID.randomUUID();
        waiting(owner, 10);
        waiting(owner, 10);
        waiting(owner, 10);

        nextRoundIsDue();
        List<WaitingJob> first = timer.rounds.begin(2);
        nextRoundIsDue();
        List<WaitingJob> second = timer.rounds.begin(2);

        assertThat(first).extracting(job -> job.before().waiting()).containsExactly(0, 1);
        assertThat(second).extracting(job -> job.before().waiting()).containsExactly(2);
        assertThat(second)
                .extracting(job -> job.position(LinesForTests.lineBehind(5)))
                .containsExactly(8);
        double seconds = first.get(1).before().waitingSeconds();
        assertThat(seconds).isPositive();
        assertThat(second.get(0).before().waitingSeconds()).isEqualTo(2 * seconds);
    }

    private List<UUID> roundOf(int most) {
        nextRoundIsDue();
        return timer.rounds.begin(most).stream().map(WaitingJob::id).toList();
    }

    private void look(int position) {
        line = LinesForTests.lineBehind(position - 1);
        nextRoundIsDue();
        timer.look();
    }

    private UUID waiting(int toldPosition) {
        return waiting(UUID.randomUUID(), toldPosition);
    }

    private UUID waiting(UUID owner, int toldPosition) {
        GenerationJob job = aJob(owner, aPlan(Tier.FREE, 1, 5));
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
