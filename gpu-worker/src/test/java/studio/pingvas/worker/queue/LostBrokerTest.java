package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.job.Jobs;

/** A broker that is away does not end a worker, whenever it goes. */
class LostBrokerTest {
    @TempDir Path folder;

    private EmbeddedBroker broker;
    private RunningWorker worker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
    }

    @AfterEach
    void stopAll() throws Exception {
        worker.close();
        broker.stop();
    }

    @Test
    void workerThatStartsFirstWaitsForTheBroker() throws Exception {
        broker.stop();
        startWorker(0);
        Thread.sleep(1_500);
        broker.start();
        worker.awaitReady();

        assertJobIsDone();
    }

    @Test
    void brokerThatIsStartedAgainFindsTheWorkerAndItsControlListener() throws Exception {
        startWorker(100);
        worker.awaitReady();
        broker.stop();
        Thread.sleep(1_500);
        assertThat(worker.isRunning()).isTrue();
        broker.start();

        assertJobIsDone();
        try (ServerSide server = new ServerSide(broker.url())) {
            GenerateImage endless = Jobs.aJob().inSteps(1_000).build();
            server.send(endless);
            server.awaitResult(GenerationStarted.class);
            server.cancel(endless.jobId());
            GenerateImage next = Jobs.aJob().inSteps(1).build();
            server.send(next);
            assertThat(server.awaitResult(GenerationStarted.class).jobId()).isEqualTo(next.jobId());
            server.awaitResult(GenerationFinished.class);
        }
    }

    @Test
    void jobWhoseBrokerGoesInTheMiddleIsDoneOnceMore() throws Exception {
        GenerateImage job = Jobs.aJob().inSteps(20).build();
        startWorker(100);
        worker.awaitReady();
        try (ServerSide server = new ServerSide(broker.url())) {
            server.send(job);
            server.awaitResult(GenerationStarted.class);
            server.awaitProgress();
        }
        broker.stop();
        Thread.sleep(500);
        broker.start();

        try (ServerSide server = new ServerSide(broker.url())) {
            GenerationFinished finished = server.awaitFinished();
            assertThat(finished.jobId()).isEqualTo(job.jobId());
            server.assertNoResultFor(500);
        }
        assertThat(broker.messageCount(Destinations.REQUESTS)).isZero();
    }

    private void startWorker(long stepDelayMillis) throws Exception {
        worker =
                new RunningWorker(
                        broker.url(),
                        folder,
                        new FileObjectStore(folder.resolve("store")),
                        RunningWorker.limits(stepDelayMillis));
    }

    private void assertJobIsDone() throws Exception {
        try (ServerSide server = new ServerSide(broker.url())) {
            GenerateImage job = Jobs.aJob().inSteps(2).build();
            server.send(job);
            assertThat(server.awaitFinished().jobId()).isEqualTo(job.jobId());
        }
    }
}
