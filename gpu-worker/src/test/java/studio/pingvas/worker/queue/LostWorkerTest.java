package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.worker.WorkerProcess;
import studio.pingvas.worker.job.Jobs;

/** A process that is dead, hangs or is frozen in the middle of a job loses it to another one. */
class LostWorkerTest {
    private static final Attempt SECOND = new Attempt(1, 2);

    @TempDir Path folder;

    private EmbeddedBroker broker;
    private ServerSide server;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        server = new ServerSide(broker.url());
    }

    @AfterEach
    void stopBroker() throws Exception {
        server.close();
        broker.stop();
    }

    @Test
    void killedWorkersJobIsDoneByAnotherWithTheSameBytes() throws Exception {
        try (WorkerProcess first = start("first", 400)) {
            server.send(Jobs.aJob().inSteps(3).seeded(7).build());
            GenerationFinished whole = server.awaitFinished();

            server.send(Jobs.aJob().inSteps(3).seeded(7).build());
            server.awaitResult(GenerationStarted.class);
            first.kill();
            first.awaitExit();

            try (WorkerProcess second = start("second", 0)) {
                assertThat(second.isAlive()).isTrue();
                assertStartedAgainBy("second");
                GenerationFinished again = server.awaitResult(GenerationFinished.class);
                assertThat(again.images().get(0).sha256())
                        .isEqualTo(whole.images().get(0).sha256());
            }
        }
    }

    @Test
    void workerThatHangsInAStepEndsItselfAtTheHardLimitAndAnotherDoesTheJob() throws Exception {
        Map<String, String> hanging =
                Map.of(
                        "STUDIO_STEP_DELAY_MS", "600000",
                        "STUDIO_SOFT_LIMIT_SECONDS", "14",
                        "STUDIO_HARD_LIMIT_SECONDS", "15");
        try (WorkerProcess first = broker.startWorker(folder, "hanging", hanging)) {
            GenerateImage job = Jobs.aJob().build();
            server.send(job);
            server.awaitResult(GenerationStarted.class);
            long start = System.nanoTime();

            assertThat(first.awaitExit()).isEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(25));
            assertThat(first.log())
                    .contains("job hangs, worker ends job=" + job.jobId() + " attempt=1-1")
                    .contains("JobWatch.pause");

            try (WorkerProcess second = start("second", 0)) {
                assertThat(second.isAlive()).isTrue();
                assertStartedAgainBy("second");
                server.awaitResult(GenerationFinished.class);
            }
        }
    }

    @Test
    void frozenWorkersJobGoesToAnotherInTimeAndItDoesNoHarmWhenItWakes() throws Exception {
        try (WorkerProcess first = start("first", 300);
                WorkerProcess second = start("second", 300)) {
            server.send(Jobs.aJob().inSteps(20).build());
            boolean firstHasIt =
                    server.awaitResult(GenerationStarted.class).worker().equals("first");
            WorkerProcess frozen = firstHasIt ? first : second;
            WorkerProcess other = firstHasIt ? second : first;
            server.awaitProgress();
            frozen.freeze();
            long start = System.nanoTime();

            assertStartedAgainBy(firstHasIt ? "second" : "first");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(15));
            GeneratedImage image = server.awaitResult(GenerationFinished.class).images().get(0);
            assertThat(image.originalKey()).contains("/1-2/");

            frozen.thaw();
            frozen.awaitLine("no broker at");
            server.assertNoResultFor(500);
            assertThat(folder.resolve("store").resolve(image.originalKey())).hasSize(image.bytes());
            assertThat(broker.messageCount(Destinations.REQUESTS)).isZero();

            other.terminate();
            other.awaitExit();
            server.send(Jobs.aJob().inSteps(1).build());
            assertThat(server.awaitFinished().worker()).isEqualTo(firstHasIt ? "first" : "second");
        }
    }

    private void assertStartedAgainBy(String worker) throws Exception {
        GenerationStarted started = server.awaitResult(GenerationStarted.class);
        assertThat(started.attempt()).isEqualTo(SECOND);
        assertThat(started.worker()).isEqualTo(worker);
    }

    private WorkerProcess start(String name, int stepDelayMillis) throws Exception {
        Map<String, String> settings =
                Map.of("STUDIO_STEP_DELAY_MS", Integer.toString(stepDelayMillis));
        WorkerProcess worker = broker.startWorker(folder, name, settings);
        worker.awaitLine("worker ready name=" + name + " ");
        return worker;
    }
}
