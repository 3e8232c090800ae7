package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The server dies between two steps of the end of a job, or believes in another time. */
class ServerLossIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int STEP_MILLIS = 500;
    private static final Duration LONGER_THAN_A_SWEEP = Duration.ofSeconds(25);

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

    @Test
    void wrongClocksEndNothingEarly() throws InterruptedException {
        FakeClock.assumeInstalled();
        Person person = EndToEnd.newcomer();
        platform.killServer();
        platform.startServer(withClockWrongBy(5));
        try {
            platform.stopWorker(1);
            String waiting = person.order(Wanted.aPicture());
            Thread.sleep(LONGER_THAN_A_SWEEP.toMillis());
            assertThat(dispatches(waiting)).isEqualTo(1);
            assertThat(person.balance().get("held").asLong()).isPositive();

            SlowWorkers.start(1, FakeClock.wrongBy(-10));
            assertIsCompletedOnce(person, waiting);
            platform.stopWorker(1);
            SlowWorkers.start(1, FakeClock.wrongBy(10));
            person.completed(person.order(Wanted.aPicture()));
            Invariants.hold();
        } finally {
            platform.killServer();
            platform.startServer(RunningPlatform.sameOptions());
        }
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

    private static long dispatches(String jobId) {
        return Database.number(
                "SELECT dispatch FROM generation.job WHERE id = ?", UUID.fromString(jobId));
    }

    private static PlatformOptions withClockWrongBy(int minutes) {
        PlatformOptions options = RunningPlatform.sameOptions();
        for (var setting : FakeClock.wrongBy(minutes).entrySet()) {
            options = options.withSetting(setting.getKey(), setting.getValue());
        }
        return options;
    }
}
