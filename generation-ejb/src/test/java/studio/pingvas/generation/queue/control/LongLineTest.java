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
import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * What a job costs must not depend on how many others wait. Counted are pages of tables and
 * indexes, because seconds depend on what else the machine does.
 */
class LongLineTest {
    private static final Plan PRO = aPlan(Tier.PRO, 3, 1_000);
    private static final int JOBS_OF_EACH = 100;
    private static final int TIMES = 10;

    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void submissionAndDispatchReadHardlyMoreOfALongLineThanOfAShortOne() {
        fill(2);
        Pages ofShort = measure();
        fill(1_000);
        Pages ofLong = measure();

        // Every index is a level deeper; without the right ones a dispatch reads 175 pages.
        assertThat(ofLong.submission())
                .as("submission, %s after %s", ofLong, ofShort)
                .isLessThan(1.2 * ofShort.submission() + 20);
        assertThat(ofLong.dispatch())
                .as("dispatch, %s after %s", ofLong, ofShort)
                .isLessThan(1.2 * ofShort.dispatch() + 20);
    }

    /** Read for one job, in the mean. */
    private record Pages(double submission, double dispatch) {}

    private Pages measure() {
        GenerationDatabase.DATABASE.execute("vacuum analyze generation.job");
        GenerationDatabase.DATABASE.execute("vacuum analyze generation.user_line");
        long begin = database.pagesRead();
        for (int i = 0; i < TIMES; i++) {
            GenerationJob job = aJob(UUID.randomUUID(), PRO);
            ForTests.add(database, job, PRO.maxWaiting());
        }
        long submitted = database.pagesRead();
        for (int i = 0; i < TIMES; i++) {
            int width = i + 1;
            List<GenerationJob> jobs =
                    database.inTransaction(
                                    entities ->
                                            LinesOfDispatch.line(entities, database)
                                                    .take(width, null))
                            .jobs();
            assertThat(jobs).hasSize(1);
        }
        return new Pages(
                (submitted - begin) / (double) TIMES,
                (database.pagesRead() - submitted) / (double) TIMES);
    }

    /** As many users, each with a hundred jobs, as submissions would have left them. */
    private void fill(int users) {
        GenerationDatabase.empty();
        GenerationJob pattern = aJob(UUID.randomUUID(), PRO);
        ForTests.add(database, pattern, PRO.maxWaiting());
        GenerationDatabase.DATABASE.execute(
                """
                insert into generation.user_line
                    (user_id, last_seq, tier, max_running, waiting, waiting_seconds)
                    select gen_random_uuid(), %2$d, 'PRO', 3, %2$d, %2$d * 0.155
                    from generate_series(1, %1$d);
                insert into generation.job select copy.*
                    from generation.job pattern, generation.user_line crowd,
                        generate_series(1, %2$d) place,
                        jsonb_populate_record(pattern, jsonb_build_object(
                            'id', gen_random_uuid(), 'user_id', crowd.user_id,
                            'line_order', place)) copy
                    where crowd.last_seq = %2$d;
                """
                        .formatted(users, JOBS_OF_EACH));
    }
}
