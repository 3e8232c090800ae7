package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * A new house has few rows when its statements are planned, and may have many before anybody
 * analyses its tables. That this is not done too early is a setting of the tables.
 *
 * <p>To run before those tests of this module that have tables analysed: what is known of a table
 * outlives that it is emptied.
 */
class GrowingTablesTest {
    private static final Plan PRO = aPlan(Tier.PRO, 3, 1_000);
    private static final int JOBS = 10;
    private static final int LATER_JOBS = 10_000;

    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void aPlanThatWasMadeForAFewJobsServesMany() {
        pagesOfSomeJobs();
        long few = pagesOfSomeJobs();
        GenerationDatabase.DATABASE.execute(
                """
                insert into generation.user_line (user_id, last_seq)
                    select gen_random_uuid(), 1 from generate_series(1, %1$d);
                insert into generation.job select copy.*
                    from generation.job pattern, generate_series(1, %1$d) place,
                        jsonb_populate_record(pattern, jsonb_build_object(
                            'id', gen_random_uuid(), 'user_id', gen_random_uuid(),
                            'line_order', place)) copy
                    where pattern.id = (select id from generation.job limit 1);
                -- What this has read must not be counted later.
                select pg_stat_force_next_flush();
                """
                        .formatted(LATER_JOBS));

        assertThat(pagesOfSomeJobs()).isLessThan(2 * few);
    }

    @Test
    void tablesOfEveryJobAreNotAnalysedWhileTheyAreSmall() {
        List<?> options =
                database.inTransaction(
                        entities ->
                                entities.createNativeQuery(
                                                "select array_to_string(reloptions, ' ')"
                                                        + " from pg_class where relname in"
                                                        + " ('job', 'job_event', 'user_line')")
                                        .getResultList());
        assertThat(options)
                .hasSize(3)
                .allSatisfy(
                        option ->
                                assertThat((String) option)
                                        .contains("autovacuum_analyze_threshold=2000")
                                        .contains("autovacuum_vacuum_threshold=2000")
                                        .contains("autovacuum_vacuum_insert_threshold=2000"));
    }

    private long pagesOfSomeJobs() {
        long before = database.pagesRead();
        for (int i = 0; i < JOBS; i++) {
            GenerationJob job = aJob(UUID.randomUUID(), PRO);
            ForTests.add(database, job, PRO.maxWaiting());
            ForTests.withTransitions(
                    database, moves -> moves.decideCancelled(job.id(), Actor.SYSTEM));
        }
        return database.pagesRead() - before;
    }
}
