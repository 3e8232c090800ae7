package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class WorkerLossIT {
    private static final int STEP_DELAY_MILLIS = 500;
    private static final Path LAUNCHER = Path.of("../launcher/target/launcher.jar");

    private final Person person = EndToEnd.newcomer();

    @BeforeEach
    void replaceTheWorkerByASlowOne() throws IOException, InterruptedException {
        RunningPlatform.platform().stopWorker(1);
        startASlowWorker();
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        RunningPlatform.platform().stopWorker(1);
        RunningPlatform.platform().startWorker(1);
    }

    @Test
    void jobOfAKilledWorkerRunsAgainAndIsChargedOnce() {
        String jobId = person.order(Wanted.aPicture().steps(8));
        awaitStep(jobId, 1, 2);

        RunningPlatform.platform().killWorker(1);
        RunningPlatform.platform().startWorker(1);

        JsonNode job = person.completed(jobId);
        assertThat(job.get("attempt").asInt()).isEqualTo(2);
        assertThat(job.get("images")).hasSize(1);
        assertThat(person.images()).hasSize(1);
        assertThat(person.history().stream().filter(entry -> entry.hasNonNull("job_id")))
                .hasSize(1);
        assertThat(person.balance().get("balance").asLong())
                .isEqualTo(1_000 - job.get("credits_used").asLong());
        Invariants.hold();
    }

    @Test
    void runningJobIsCancelledAtTheNextStep() {
        String jobId = person.order(Wanted.aPicture().steps(30));
        awaitStep(jobId, 1, 1);

        person.delete("queue/items/" + jobId).with(202);

        assertThat(person.ended(jobId).get("status").asText()).isEqualTo("cancelled");
        // Thirty steps would take 15 seconds: the worker must be free long before.
        String next = person.order(Wanted.aPicture().steps(1));
        Eventually.get(
                Duration.ofSeconds(8),
                "the next job",
                () -> person.job(next),
                job -> Person.status(job).equals("completed"));
        assertThat(person.balance().get("held").asLong()).isZero();
        Invariants.hold();
    }

    @Test
    void jobThatLosesThreeWorkersFailsAndCostsNothing() throws IOException, InterruptedException {
        String jobId = person.order(Wanted.aPicture().steps(30));
        for (int attempt = 1; attempt <= 3; attempt++) {
            if (attempt > 1) {
                startASlowWorker();
            }
            awaitStep(jobId, attempt, 1);
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

    private void awaitStep(String jobId, int attempt, int step) {
        Eventually.get(
                Duration.ofSeconds(60),
                "step " + step + " of attempt " + attempt + " at job " + jobId,
                () -> person.job(jobId),
                job ->
                        job.get("attempt").asInt() == attempt
                                && job.get("current_step").asInt() >= step);
    }

    private static void startASlowWorker() throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                LAUNCHER.toString(),
                                "worker",
                                "start",
                                "1",
                                "--data",
                                RunningPlatform.data().toString())
                        .inheritIO();
        command.environment().put("STUDIO_STEP_DELAY_MS", "" + STEP_DELAY_MILLIS);
        assertThat(command.start().waitFor()).isZero();
    }
}
