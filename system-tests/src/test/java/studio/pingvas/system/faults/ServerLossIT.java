package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    /** A job whose end waits for a lock. */
    private record CutOff(Person person, String jobId, AutoCloseable lock) {}

    @BeforeEach
    void replaceTheWorkerByASlowOne() {
        SlowWorkers.replaceOrdinary(1, STEP_MILLIS);
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void eachJobIsFinishedOnceWhereverItsEndWasCutOff() throws Exception {
        List<CutOff> jobs =
                List.of(cutOffBeforeTheEnd(), cutOffBeforeTheCharge(), cutOffBeforeThePictures());

        platform.killServer();
        for (CutOff job : jobs) {
            job.lock().close();
        }
        platform.startServer(RunningPlatform.sameOptions());

        for (CutOff job : jobs) {
            assertIsCompletedOnce(job.person(), job.jobId());
        }
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

    private CutOff cutOffBeforeTheEnd() {
        Person person = EndToEnd.newcomer();
        String jobId = running(person);
        AutoCloseable lock =
                Database.lock(
                        "SELECT 1 FROM generation.user_line WHERE user_id = ? FOR UPDATE",
                        person.id());
        await("SELECT state FROM payments.hold WHERE job_id = ?", jobId, "SETTLED");
        return new CutOff(person, jobId, lock);
    }

    private CutOff cutOffBeforeTheCharge() {
        Person person = EndToEnd.newcomer();
        String jobId = running(person);
        AutoCloseable lock =
                Database.lock(
                        "SELECT 1 FROM payments.hold WHERE job_id = ? FOR UPDATE",
                        UUID.fromString(jobId));
        await("SELECT 'recorded' FROM gallery.image WHERE job_id = ?", jobId, "recorded");
        return new CutOff(person, jobId, lock);
    }

    /** It locks out the pictures of all others, therefore it comes last. */
    private CutOff cutOffBeforeThePictures() {
        Person person = EndToEnd.newcomer();
        String jobId = running(person);
        AutoCloseable lock = Database.lock("LOCK TABLE gallery.image IN SHARE ROW EXCLUSIVE MODE");
        await("SELECT outcome FROM generation.job WHERE id = ?", jobId, "COMPLETED");
        return new CutOff(person, jobId, lock);
    }

    private static String running(Person person) {
        String jobId = person.order(Wanted.aPicture().steps(4));
        JobWatch.awaitStep(person, jobId, 1, 2);
        return jobId;
    }

    private static void await(String sql, String jobId, String state) {
        Eventually.get(
                PATIENCE,
                state + " of job " + jobId,
                () -> Database.column("postgres", sql, UUID.fromString(jobId)),
                seen -> seen.equals(List.of(state)));
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
