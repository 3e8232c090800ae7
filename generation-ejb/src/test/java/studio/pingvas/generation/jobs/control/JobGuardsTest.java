package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;

/** What the database itself refuses, whoever writes it. */
class JobGuardsTest {
    private static final Plan PRO = aPlan(Tier.PRO, 3, 1_000);

    @BeforeEach
    void aJobThatWaits() {
        GenerationDatabase database = GenerationDatabase.empty();
        ForTests.add(database, aJob(UUID.randomUUID(), PRO), PRO.maxWaiting());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'SENT'                              | job_status",
                "outcome = 'RUNNING'                          | job_outcome",
                "outcome_actor = 'somebody'                   | actor",
                "max_running = 0                              | positive_number",
                "width = 0                                    | positive_number",
                "height = 0                                   | positive_number",
                "steps = -1                                   | natural_number",
                "seed = -1                                    | seed",
                "seed = 4294967296                            | seed",
                "image_count = 0                              | picture_count",
                "image_count = 9                              | picture_count",
                "estimated_credits = 0                        | positive_credits",
                "credits_used = -1                            | natural_credits",
                "credits_refunded = -1                        | natural_credits",
                "credits_used = estimated_credits + 1         | job_ends_soundly",
                "credits_refunded = estimated_credits + 1     | job_ends_soundly",
                "status = 'FAILED'                            | job_ends_soundly",
                "status = 'FAILED', outcome = 'CANCELLED'     | job_ends_soundly",
                "status = 'COMPLETED', outcome = 'COMPLETED'  | job_ends_soundly",
                "error_code = 'x'                             | job_ends_soundly",
                "error_message = 'x'                          | job_ends_soundly",
                "stages = ''                                  | stages",
                "stages = repeat('x', 250001)                 | stages",
                "later_keys = ''                              | stage_keys",
                "later_keys = repeat('x', 20001)              | stage_keys",
                "mask_key = 'x', image_key = null             | job_mask_needs_image",
                "workflow_id = gen_random_uuid()              | job_workflow_has_version",
                "workflow_version = 0                         | positive_number",
                "workflow_version = 1                         | job_workflow_has_version",
                "batch_place = -1                             | natural_number",
                "batch_place = 0                              | job_has_place_in_batch",
                "told_position = 0                            | positive_number",
                "expected_waiting_seconds = -1                | natural_seconds",
                "expected_running_seconds = 0                 | positive_seconds",
                "told_p50_seconds = 0                         | positive_seconds",
                "told_p90_seconds = 0                         | positive_seconds",
                "told_p90_seconds = 1                         | job_told_all_or_nothing",
                "expected_waiting_seconds = 0, expected_running_seconds = 1,"
                        + " told_p50_seconds = 2, told_p90_seconds = 1 | job_p90_not_before_p50",
            })
    void aWrongValueIsRefused(String change, String guard) {
        assertThatThrownBy(() -> change("job", change))
                .hasStackTraceContaining("violates")
                .hasStackTraceContaining(guard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_running = 0       | positive_number",
                "waiting = -1          | natural_number",
                "waiting_seconds = -1  | natural_seconds",
                "under_way = -1        | natural_number",
            })
    void aWrongCountIsRefused(String change, String guard) {
        assertThatThrownBy(() -> change("user_line", change)).hasStackTraceContaining(guard);
    }

    @Test
    void nobodyElseActs() {
        assertThatThrownBy(() -> change("job_event", "actor = 'somebody'"))
                .hasStackTraceContaining("actor_check");
    }

    @Test
    void aRightValueIsTaken() {
        assertThatCode(
                        () ->
                                change(
                                        "job",
                                        "outcome = 'COMPLETED', status = 'COMPLETED',"
                                                + " credits_used = estimated_credits,"
                                                + " expected_waiting_seconds = 0,"
                                                + " expected_running_seconds = 1,"
                                                + " told_p50_seconds = 2, told_p90_seconds = 2"))
                .doesNotThrowAnyException();
    }

    private static void change(String table, String assignments) {
        GenerationDatabase.DATABASE.execute(
                "update generation.%s set %s".formatted(table, assignments));
    }
}
