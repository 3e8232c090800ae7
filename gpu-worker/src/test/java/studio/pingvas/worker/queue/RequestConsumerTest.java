package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.platform.store.FileObjectStore;

class RequestConsumerTest {
    @TempDir Path folder;

    private EmbeddedBroker broker;
    private ServerSide server;
    private RunningWorker worker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        server = new ServerSide(broker.url());
    }

    @AfterEach
    void stopAll() throws Exception {
        if (worker != null) {
            worker.close();
        }
        server.close();
        broker.stop();
    }

    @Test
    void jobIsStartedFollowedFinishedAndItsObjectsAreStored() throws Exception {
        GenerateImage job = ServerSide.aJob("tiny", 4, 2);
        startWorker(0);
        server.send(job);

        GenerationStarted started = server.awaitResult(GenerationStarted.class);
        assertThat(started.jobId()).isEqualTo(job.jobId());
        assertThat(started.attempt()).isEqualTo(new Attempt(1, 1));
        assertThat(started.worker()).isEqualTo(RunningWorker.NAME);
        assertThat(started.device()).isEqualTo("cpu");

        GenerationFinished finished = server.awaitResult(GenerationFinished.class);
        assertThat(finished.jobId()).isEqualTo(job.jobId());
        assertThat(finished.seconds()).isPositive();
        assertThat(finished.images()).extracting(GeneratedImage::imageId).isEqualTo(job.imageIds());
        assertThat(finished.images()).extracting(GeneratedImage::seed).containsExactly(7L, 8L);
        for (GeneratedImage image : finished.images()) {
            assertStored(job.userId(), image);
        }
        assertProgress(job);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isZero();
    }

    private void startWorker(long stepDelayMillis) throws Exception {
        worker =
                new RunningWorker(
                        broker.url(),
                        folder,
                        new FileObjectStore(folder.resolve("store")),
                        RunningWorker.limits(stepDelayMillis));
        worker.awaitReady();
    }

    private void assertProgress(GenerateImage job) throws InterruptedException {
        for (int step = 1; step <= 8; step++) {
            GenerationProgressed progress = server.progress.poll(10, TimeUnit.SECONDS);
            assertThat(progress.step()).isEqualTo(step);
            assertThat(progress.totalSteps()).isEqualTo(8);
            assertThat(progress.jobId()).isEqualTo(job.jobId());
            assertThat(progress.userId()).isEqualTo(job.userId());
            assertThat(progress.secondsLeft() > 0).isEqualTo(step < 8);
            assertThat(progress.previewJpeg())
                    .startsWith("/9j/")
                    .hasSizeLessThan(16 * 1024 * 4 / 3);
        }
    }

    private void assertStored(UUID userId, GeneratedImage image) {
        String prefix = "users/" + userId + "/images/" + image.imageId() + "/1-1/";
        assertThat(image.originalKey()).isEqualTo(prefix + "original.png");
        assertThat(image.thumbnailKey()).isEqualTo(prefix + "thumbnail.webp");
        assertThat(image.metadataKey()).isEqualTo(prefix + "metadata.json");
        Path store = folder.resolve("store");
        assertThat(store.resolve(image.originalKey())).hasSize(image.bytes());
        assertThat(store.resolve(image.thumbnailKey())).hasSize(image.thumbnailBytes());
        assertThat(store.resolve(image.metadataKey())).hasContent(image.recipe());
    }
}
