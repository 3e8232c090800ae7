package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobTransitions;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Whoever looks for a few jobs must not read all that have ended, be they of the same user. */
class ManyEndedJobsTest {
    private static final Plan PRO = aPlan(Tier.PRO, 3, 1_000);
    private static final UUID USER = UUID.randomUUID();
    private static final List<JobStatus> RUNNING = List.of(JobStatus.RUNNING);
    private static final int ENDED = 20_000;

    private static GenerationDatabase database;

    @BeforeAll
    static void oneJobAfterManyThatEnded() {
        database = GenerationDatabase.empty();
        GenerationJob pattern = aJob(USER, PRO);
        ForTests.add(database, pattern, PRO.maxWaiting());
        GenerationDatabase.DATABASE.execute(
                """
                insert into generation.job select copy.*
                from generation.job pattern, generate_series(1, %d) place,
                    jsonb_populate_record(pattern, jsonb_build_object(
                        'id', gen_random_uuid(), 'status', 'COMPLETED', 'outcome', 'COMPLETED',
                        'created_at', now() - place * interval '1 minute',
                        'outcome_at', now() - place * interval '1 minute',
                        'finished_at', now() - place * interval '1 minute',
                        'credits_used', 1)) copy;
                """
                        .formatted(ENDED));
        GenerationDatabase.DATABASE.execute("vacuum analyze generation.job");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aQuestionForAFewJobsReadsAFewPages(String name, Runnable question) {
        // What others have read before may be counted late, but only once.
        long least = LongStream.range(0, 3).map(round -> pagesReadBy(question)).min().orElseThrow();
        assertThat(least).isLessThan(40);
    }

    private static long pagesReadBy(Runnable question) {
        long before = database.pagesRead();
        question.run();
        return database.pagesRead() - before;
    }

    static Stream<Arguments> questions() {
        Set<UUID> two = Set.of(UUID.randomUUID(), UUID.randomUUID());
        return Stream.of(
                stored("live", store -> store.live(USER, 100)),
                stored("failed", store -> store.failedSince(USER, Instant.EPOCH, 100)),
                stored("longest running", store -> store.longestRunning(USER)),
                stored("running", store -> store.list(USER, RUNNING, null, 50)),
                stored("two by id", store -> store.findAllOf(USER, two)),
                stored("live by id", store -> store.liveAmong(List.copyOf(two))),
                line("not started", line -> line.notStarted(5, 50)),
                line("running for long", line -> line.running(5, 50)),
                moved("cut in half", moves -> moves.cutInHalf(5, 50)),
                moved(
                        "cancellable",
                        moves -> moves.decideCancelled(USER, RUNNING, null, Instant.now(), 100)));
    }

    private static Arguments moved(String name, Function<JobTransitions, ?> question) {
        return arguments(name, (Runnable) () -> ForTests.withTransitions(database, question));
    }

    private static Arguments stored(String name, Function<JobStore, ?> question) {
        return arguments(name, (Runnable) () -> ForTests.withStore(database, question));
    }

    private static Arguments line(String name, Function<DispatchLine, ?> question) {
        return arguments(
                name,
                (Runnable)
                        () ->
                                database.inTransaction(
                                        entities ->
                                                question.apply(
                                                        LinesOfDispatch.line(entities, database))));
    }
}
