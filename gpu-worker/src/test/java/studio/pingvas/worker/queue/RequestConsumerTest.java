package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.core.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.platform.json.Json;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.job.JobSettings;
import studio.pingvas.worker.job.Jobs;
import studio.pingvas.worker.tensor.DeviceLostException;

class RequestConsumerTest {
    private static final Attempt FIRST = new Attempt(1, 1);
    private static final Attempt SECOND = new Attempt(1, 2);

    @TempDir Path folder;

    private EmbeddedBroker broker;
    private ServerSide server;
    private FaultyStore store;
    private RunningWorker worker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        server = new ServerSide(broker.url());
        store = new FaultyStore(new FileObjectStore(folder.resolve("store")));
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
        GenerateImage job = Jobs.aJob().inSteps(4).ofPictures(2).seeded(7).build();
        startWorker(RunningWorker.limits(0));
        server.send(job);

        GenerationStarted started = server.awaitResult(GenerationStarted.class);
        assertThat(started.jobId()).isEqualTo(job.jobId());
        assertThat(started.attempt()).isEqualTo(FIRST);
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

    @Test
    void workerTellsThatItLivesAndWhatItWorksAt() throws Exception {
        GenerateImage job = Jobs.aJob().inSteps(100).build();
        startWorker(RunningWorker.limits(100));

        WorkerHeartbeat idle = server.awaitHeartbeat();
        assertThat(idle.worker()).isEqualTo(RunningWorker.NAME);
        assertThat(idle.device()).isEqualTo("cpu");
        assertThat(idle.jobId()).isNull();
        assertThat(idle.deviceName()).isEqualTo("a processor");
        assertThat(idle.deviceReason()).isEqualTo("no driver");
        assertThat(idle.usedMemoryBytes()).isEqualTo(RunningWorker.USED_BYTES);
        assertThat(idle.totalMemoryBytes()).isEqualTo(10_000);
        assertThat(idle.warmModels()).isEmpty();
        assertThat(idle.step()).isNull();

        server.send(job);
        server.awaitProgress();
        WorkerHeartbeat busy = server.awaitHeartbeat();
        assertThat(busy.jobId()).isEqualTo(job.jobId());
        assertThat(busy.warmModels()).containsExactly("tiny");
        assertThat(busy.step()).isBetween(1, 99);
        assertThat(busy.totalSteps()).isEqualTo(100);
        server.cancel(job.jobId());
    }

    @Test
    void workerThatIsDrainedFinishesItsJobTakesNoOtherAndEnds() throws Exception {
        startWorker(RunningWorker.limits(100));
        server.send(Jobs.aJob().inSteps(10).build());
        server.send(Jobs.aJob().inSteps(1).build());
        server.awaitResult(GenerationStarted.class);

        server.tellWorkers(new DrainWorker(DrainWorker.VERSION, RunningWorker.NAME));

        server.awaitResult(GenerationFinished.class);
        server.assertNoResultFor(300);
        worker.awaitEnd();
        assertThat(broker.messageCount(Destinations.REQUESTS)).isEqualTo(1);
    }

    @Test
    void pausedWorkerTakesNoJobUntilItIsToldToGoOn() throws Exception {
        startWorker(RunningWorker.limits(0));
        assertThat(server.awaitHeartbeat().paused()).isFalse();
        server.tellWorkers(new PauseWorker(PauseWorker.VERSION, RunningWorker.NAME));
        // It may be asking for a request just now, and would still take it.
        Thread.sleep(1_500);

        server.send(Jobs.aJob().inSteps(1).build());
        server.assertNoResultFor(1_500);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isEqualTo(1);

        server.tellWorkers(new ResumeWorker(ResumeWorker.VERSION, "another"));
        server.assertNoResultFor(300);
        server.tellWorkers(new ResumeWorker(ResumeWorker.VERSION, null));
        server.awaitResult(GenerationStarted.class);
        server.awaitResult(GenerationFinished.class);
    }

    @Test
    void whatIsSaidToOthersOrNotUnderstoodChangesNothing() throws Exception {
        startWorker(RunningWorker.limits(0));
        server.tellWorkers(new DrainWorker(DrainWorker.VERSION, "another"));
        server.tellWorkers(new DrainWorker(99, null));
        server.tellWorkers(new PauseWorker(PauseWorker.VERSION, "another"));
        server.tellWorkers(new PauseWorker(99, null));
        server.tellWorkers(new GenerationStarted(1, UUID.randomUUID(), FIRST, "w", "cpu"));
        server.tellWorkers(new DrainWorker(DrainWorker.VERSION, "another"));
        Thread.sleep(1_500);

        server.send(Jobs.aJob().inSteps(1).build());
        server.awaitResult(GenerationStarted.class);
        server.awaitResult(GenerationFinished.class);
        assertThat(worker.isRunning()).isTrue();
    }

    @Test
    void reloadedModelsAreReadFromTheirFilesBeforeTheNextJob() throws Exception {
        startWorker(RunningWorker.limits(0));
        doAJob();
        doAJob();
        assertThat(worker.metricsPage()).contains("studio_worker_model_misses_total 1\n");

        server.tellWorkers(new ReloadModels(ReloadModels.VERSION));
        Thread.sleep(500);
        doAJob();
        // A job is counted after its result is on the way.
        worker.awaitMetric("studio_worker_jobs_total{outcome=\"finished\"} 3\n");

        assertThat(worker.metricsPage())
                .contains(
                        "studio_worker_model_misses_total 2\n",
                        "studio_worker_model_hits_total 1\n",
                        "studio_worker_warm_models 1\n");
    }

    @Test
    void requestThatCannotBeDoneFailsOnceAndForGood() throws Exception {
        GenerateImage job = Jobs.aJob().byModel("none").build();
        startWorker(RunningWorker.limits(0));
        server.send(job);

        server.awaitResult(GenerationStarted.class);
        GenerationFailed failed = server.awaitResult(GenerationFailed.class);
        assertThat(failed.jobId()).isEqualTo(job.jobId());
        assertThat(failed.attempt()).isEqualTo(FIRST);
        assertThat(failed.code()).isEqualTo("model-not-found");
        assertThat(failed.message()).contains("none").doesNotContain("Exception");
        server.assertNoResultFor(500);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isZero();
    }

    @Test
    void jobOverItsTimeLimitFailsForGood() throws Exception {
        startWorker(new JobSettings(Duration.ofMillis(1), Duration.ofMillis(50)));
        server.send(Jobs.aJob().build());

        server.awaitResult(GenerationStarted.class);
        assertThat(server.awaitResult(GenerationFailed.class).code()).isEqualTo("time-limit");
    }

    @Test
    void cancelledJobEndsWithinAStepAndReportsNothing() throws Exception {
        GenerateImage job = Jobs.aJob().inSteps(100).build();
        startWorker(RunningWorker.limits(200));
        server.send(job);
        server.awaitResult(GenerationStarted.class);
        server.awaitProgress();

        server.cancel(job.jobId());
        GenerateImage next = Jobs.aJob().inSteps(1).build();
        server.send(next);

        assertThat(server.awaitResult(GenerationStarted.class).jobId()).isEqualTo(next.jobId());
        assertThat(server.awaitResult(GenerationFinished.class).jobId()).isEqualTo(next.jobId());
        server.assertNoResultFor(500);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isZero();
        assertThat(folder.resolve("store/users/" + job.userId())).doesNotExist();
    }

    @Test
    void accidentGivesTheJobBackAndTheNextAttemptComesLaterWithItsOwnKeys() throws Exception {
        store.accidents.set(1);
        startWorker(RunningWorker.limits(0));
        server.send(Jobs.aJob().inSteps(1).thenEnlarged(2).build());

        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(FIRST);
        long started = System.nanoTime();
        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(SECOND);
        assertThat(Duration.ofNanos(System.nanoTime() - started).toMillis())
                .isGreaterThanOrEqualTo(RunningWorker.RETRY_PAUSE_MILLIS);
        GenerationFinished finished = server.awaitResult(GenerationFinished.class);
        assertThat(finished.attempt()).isEqualTo(SECOND);
        assertThat(finished.images().get(0).originalKey()).contains("/1-2/");
    }

    @Test
    void unreadableMessagesEndAsDeadLettersAndTheNextJobIsDone() throws Exception {
        GenerateImage job = Jobs.aJob().inSteps(1).build();
        String future = Json.write(job).replace("\"version\":1,", "\"version\":99,");
        startWorker(RunningWorker.limits(0));
        server.sendText(job.jobId(), future);
        server.sendText(UUID.randomUUID(), "{ not json");
        String huge = "{" + "x".repeat(10 << 20);
        server.sendText(UUID.randomUUID(), huge);
        server.send(job);

        assertThat(server.awaitDeadLetter()).isEqualTo(future);
        assertThat(server.awaitDeadLetter()).isEqualTo("{ not json");
        assertThat(server.awaitDeadLetter()).hasSameSizeAs(huge);
        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(FIRST);
        server.awaitResult(GenerationFinished.class);
    }

    @Test
    void nothingIsTakenAndNoAttemptIsUsedWhileTheStoreIsDown() throws Exception {
        store.down = true;
        startWorker(RunningWorker.limits(0));
        server.send(Jobs.aJob().inSteps(1).build());

        server.assertNoResultFor(2_500);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isEqualTo(1);

        store.down = false;
        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(FIRST);
        server.awaitResult(GenerationFinished.class);
    }

    @Test
    void aShortFaultOfTheStoreIsWaitedOut() throws Exception {
        store.putsToFail.set(2);
        startWorker(RunningWorker.limits(0));
        server.send(Jobs.aJob().inSteps(1).build());

        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(FIRST);
        assertThat(server.awaitResult(GenerationFinished.class).attempt()).isEqualTo(FIRST);
    }

    @Test
    void aJobWhoseStoreIsAwayForLongIsPostponedAgainAndAgainAndDoneInTheEnd() throws Exception {
        store.putsFail = true;
        startWorker(RunningWorker.limits(0));
        GenerateImage job = Jobs.aJob().inSteps(1).build();
        for (int dispatch = 1; dispatch <= 5; dispatch++) {
            server.send(job, dispatch);
            Attempt attempt = new Attempt(dispatch, 1);
            assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(attempt);
            GenerationPostponed postponed = server.awaitResult(GenerationPostponed.class);
            assertThat(postponed.jobId()).isEqualTo(job.jobId());
            assertThat(postponed.attempt()).isEqualTo(attempt);
            assertThat(postponed.reason()).isEqualTo("store-down");
        }
        assertThat(broker.messageCount(Destinations.DEAD_LETTERS)).isZero();

        store.putsFail = false;
        server.send(job, 6);
        server.awaitResult(GenerationStarted.class);
        assertThat(server.awaitResult(GenerationFinished.class).attempt())
                .isEqualTo(new Attempt(6, 1));
    }

    @Test
    void aJobWhoseStoreGoesDownIsPostponedAndItsMessageIsNotTakenBeforeTheStoreIsBack()
            throws Exception {
        startWorker(RunningWorker.limits(100));
        GenerateImage job = Jobs.aJob().inSteps(5).build();
        server.send(job, 1);
        server.awaitResult(GenerationStarted.class);
        store.down = true;
        server.awaitResult(GenerationPostponed.class);
        server.send(job, 2);

        server.assertNoResultFor(2_000);
        store.down = false;

        assertThat(server.awaitResult(GenerationStarted.class).attempt())
                .isEqualTo(new Attempt(2, 1));
        server.awaitResult(GenerationFinished.class);
    }

    @Test
    void stoppedWorkerFinishesItsJobAndTakesNoOther() throws Exception {
        startWorker(RunningWorker.limits(100));
        server.send(Jobs.aJob().inSteps(10).build());
        server.send(Jobs.aJob().inSteps(1).build());
        server.awaitResult(GenerationStarted.class);

        worker.close();

        server.awaitResult(GenerationFinished.class);
        server.assertNoResultFor(300);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isEqualTo(1);
    }

    @Test
    void jobIsDoneEvenIfNobodyMayHearOfItsProgress() throws Exception {
        Role nobody =
                new Role(
                        "nobody", true, true, true, true, true, true, true, true, true, true, false,
                        false);
        broker.server().getSecurityRepository().addMatch(Destinations.PROGRESS, Set.of(nobody));
        startWorker(RunningWorker.limits(0));
        server.send(Jobs.aJob().build());

        server.awaitResult(GenerationStarted.class);
        assertThat(server.awaitResult(GenerationFinished.class).attempt()).isEqualTo(FIRST);
    }

    private void doAJob() throws Exception {
        server.send(Jobs.aJob().inSteps(1).build());
        server.awaitFinished();
    }

    @Test
    void workerWhoseDeviceIsLostGivesItsJobBackAndEnds() throws Exception {
        GenerateImage job = Jobs.aJob().inSteps(1).build();
        store.accident.set(
                new DeviceLostException("kernel fill: CUDA_ERROR_ILLEGAL_ADDRESS", null));
        startWorker(RunningWorker.limits(0));
        server.send(job);
        worker.awaitEnd();
        worker.close();
        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(FIRST);

        startWorker(RunningWorker.limits(0));

        Attempt second = new Attempt(FIRST.dispatch(), 2);
        assertThat(server.awaitResult(GenerationStarted.class).attempt()).isEqualTo(second);
        assertThat(server.awaitResult(GenerationFinished.class).attempt()).isEqualTo(second);
    }

    private void startWorker(JobSettings settings) throws Exception {
        worker = new RunningWorker(broker.url(), folder, store, settings);
        worker.awaitReady();
    }

    private void assertProgress(GenerateImage job) throws InterruptedException {
        for (int step = 1; step <= 8; step++) {
            GenerationProgressed progress = server.awaitProgress();
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
        Path stored = folder.resolve("store");
        assertThat(stored.resolve(image.originalKey())).hasSize(image.bytes());
        assertThat(stored.resolve(image.thumbnailKey())).hasSize(image.thumbnailBytes());
        assertThat(stored.resolve(image.metadataKey())).hasContent(image.recipe());
    }
}
