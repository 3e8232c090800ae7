package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.AloneOnTheMachine;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.SocketRecording;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** Workers that die, freeze or are sent away in the middle of a job. */
@AloneOnTheMachine
class WorkerLossIT {
    private static final int STEP_MILLIS = 500;
    private static final long REDO_AFTER_DEATH_MILLIS = 1_000;
    private static final long REDO_AFTER_FREEZE_MILLIS = 15_000;

    private final Person person = EndToEnd.newcomer();

    @BeforeEach
    void replaceTheWorkerByTwoSlowOnes() {
        SlowWorkers.replaceOrdinary(2, STEP_MILLIS);
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(2);
    }

    @Test
    void jobOfAKilledWorkerRunsAgainAtOnceAndIsChargedOnce() {
        try (SocketRecording socket = person.socket("")) {
            String jobId = person.order(Wanted.aPicture().steps(6));
            JobWatch.awaitStep(person, jobId, 1, 2);

            RunningPlatform.platform().killWorker(JobWatch.worker(jobId));
            long death = System.nanoTime();
            assertIsRedone(jobId, death, REDO_AFTER_DEATH_MILLIS);
            assertIsCompletedOnce(jobId, 2);
            socket.await("completed", jobId);
            assertThat(statesSeen(socket, jobId))
                    .containsExactly("queued", "processing", "queued", "processing", "completed");
        }
    }

    @Test
    void jobOfAFrozenWorkerRunsAgainAndItsOwnResultCountsNoMore() throws InterruptedException {
        String jobId = person.order(Wanted.aPicture().steps(6));
        JobWatch.awaitStep(person, jobId, 1, 2);

        long freeze = System.nanoTime();
        Frozen.during(
                "worker-" + JobWatch.worker(jobId),
                () -> assertIsRedone(jobId, freeze, REDO_AFTER_FREEZE_MILLIS));

        assertIsCompletedOnce(jobId, 2);
        // Both work: the one that woke up takes jobs again, and its late result changes nothing.
        Person other = EndToEnd.newcomer();
        List<String> further =
                List.of(
                        person.order(Wanted.aPicture().steps(6)),
                        other.order(Wanted.aPicture().steps(6)));
        person.completed(further.get(0));
        other.completed(further.get(1));
        assertThat(further.stream().map(JobWatch::worker)).doesNotHaveDuplicates();
        assertThat(JobWatch.attempts(jobId)).isEqualTo(2);
        Invariants.hold();
    }

    @Test
    void workerThatIsSentAwayFinishesItsJobAndTakesNoOther() {
        RunningPlatform.platform().stopWorker(2);
        Person other = EndToEnd.newcomer();
        String running = person.order(Wanted.aPicture().steps(6));
        JobWatch.awaitStep(person, running, 1, 1);
        String waiting = other.order(Wanted.aPicture());

        RunningPlatform.platform().stopWorker(1);

        assertThat(person.completed(running).get("attempt").asInt()).isEqualTo(1);
        assertThat(JobWatch.attempts(waiting)).isZero();
        RunningPlatform.platform().startWorker(1);
        assertThat(other.completed(waiting).get("attempt").asInt()).isEqualTo(1);
        Invariants.hold();
    }

    @Test
    void runningJobIsCancelledAtTheNextStep() {
        String jobId = person.order(Wanted.aPicture().steps(30));
        JobWatch.awaitStep(person, jobId, 1, 1);
        int worker = JobWatch.worker(jobId);
        RunningPlatform.platform().stopWorker(3 - worker);

        person.delete("queue/items/" + jobId).with(202);

        assertThat(person.ended(jobId).get("status").asText()).isEqualTo("cancelled");
        // Thirty steps would take 15 seconds: the worker must be free long before.
        String next = person.order(Wanted.aPicture().steps(1));
        Eventually.get(
                java.time.Duration.ofSeconds(8),
                "the next job",
                () -> person.job(next),
                job -> Person.status(job).equals("completed"));
        assertThat(person.balance().get("held").asLong()).isZero();
        Invariants.hold();
    }

    @Test
    void jobThatLosesThreeWorkersFailsAndCostsNothing() {
        RunningPlatform.platform().stopWorker(2);
        String jobId = person.order(Wanted.aPicture().steps(30));
        for (int attempt = 1; attempt <= 3; attempt++) {
            if (attempt > 1) {
                SlowWorkers.start(1, STEP_MILLIS);
            }
            JobWatch.awaitStep(person, jobId, attempt, 1);
            RunningPlatform.platform().killWorker(1);
        }

        JsonNode job = person.ended(jobId);

        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.at("/error/code").asText()).isEqualTo("attempts-exhausted");
        assertThat(job.get("credits_refunded")).isEqualTo(job.get("estimated_credits"));
        assertThat(person.balance().get("available").asLong()).isEqualTo(1_000);
        assertThat(person.images()).isEmpty();
        Invariants.hold();
    }

    private static void assertIsRedone(String jobId, long sinceNanos, long withinMillis) {
        JobWatch.awaitAttempt(jobId, 2);
        long millis = (System.nanoTime() - sinceNanos) / 1_000_000;
        assertThat(millis - JobWatch.millisSinceStart(jobId))
                .as("milliseconds until the second attempt")
                .isLessThan(withinMillis);
    }

    private void assertIsCompletedOnce(String jobId, int attempt) {
        JsonNode job = person.completed(jobId);
        assertThat(job.get("attempt").asInt()).isEqualTo(attempt);
        assertThat(job.get("images")).hasSize(1);
        assertThat(person.images()).hasSize(1);
        assertThat(person.history().stream().filter(entry -> entry.hasNonNull("job_id")))
                .hasSize(1);
        assertThat(person.balance().get("balance").asLong())
                .isEqualTo(1_000 - job.get("credits_used").asLong());
        Invariants.hold();
    }

    /** Each state once, in the order of the frames. */
    private static List<String> statesSeen(SocketRecording socket, String jobId) {
        List<String> states = new java.util.ArrayList<>();
        for (JsonNode frame : socket.framesOf(jobId)) {
            String state = Person.status(frame);
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return states;
    }
}
