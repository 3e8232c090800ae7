package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The server dies between two steps of the end of a job. */
class ServerLossIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int STEP_MILLIS = 500;

    private final Platform platform = RunningPlatform.platform();

    /** Where the end of a job is cut off, and what keeps it there. */
    enum Step {
        BEFORE_THE_PICTURES(
                "LOCK TABLE gallery.image IN SHARE ROW EXCLUSIVE MODE",
                "SELECT outcome FROM generation.job WHERE id = ?",
                "COMPLETED"),
        BEFORE_THE_CHARGE(
                "SELECT 1 FROM payments.hold WHERE state = 'HELD' FOR UPDATE",
                "SELECT 'recorded' FROM gallery.image WHERE job_id = ?",
                "recorded"),
        BEFORE_THE_END(
                "SELECT 1 FROM generation.user_line FOR UPDATE",
                "SELECT state FROM payments.hold WHERE job_id = ?",
                "SETTLED");

        final String lock;
        final String evidence;
        final String value;

        Step(String lock, String evidence, String value) {
            this.lock = lock;
            this.evidence = evidence;
            this.value = value;
        }
    }

    @BeforeEach
    void replaceTheWorkerByASlowOne() {
        SlowWorkers.replaceOrdinary(1, STEP_MILLIS);
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @ParameterizedTest
    @EnumSource
    void jobIsFinishedOnceWhereverItsEndWasCutOff(Step step) throws Exception {
        Person person = EndToEnd.newcomer();
        String jobId = running(person);

        try (AutoCloseable lock = Database.lock(step.lock)) {
            awaitCutOff(step, jobId);
            platform.killServer();
            assertThat(lock).isNotNull();
        }
        platform.startServer(RunningPlatform.sameOptions());

        assertIsCompletedOnce(person, jobId);
        Invariants.hold();
    }

    private static String running(Person person) {
        String jobId = person.order(Wanted.aPicture().steps(4));
        JobWatch.awaitStep(person, jobId, 1, 2);
        return jobId;
    }

    private static void awaitCutOff(Step step, String jobId) {
        Eventually.get(
                PATIENCE,
                step + " of job " + jobId,
                () -> Database.column("postgres", step.evidence, UUID.fromString(jobId)),
                seen -> seen.equals(List.of(step.value)));
        assertThat(statusOf(jobId)).isEqualTo("RUNNING");
    }

    private static String statusOf(String jobId) {
        return Database.column(
                        "postgres",
                        "SELECT status FROM generation.job WHERE id = ?",
                        UUID.fromString(jobId))
                .get(0);
    }

    private static void assertIsCompletedOnce(Person person, String jobId) {
        JsonNode job = person.completed(jobId);
        assertThat(job.get("attempt").asInt()).isEqualTo(1);
        assertThat(person.images()).hasSize(1);
        assertThat(person.balance().get("balance").asLong())
                .isEqualTo(1_000 - job.get("credits_used").asLong());
    }
}
