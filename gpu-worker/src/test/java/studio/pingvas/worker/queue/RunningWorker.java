package studio.pingvas.worker.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.job.Cancellations;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.job.JobSettings;
import studio.pingvas.worker.job.RecipeWriter;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.torch.TorchCpu;

/** A whole worker on a thread of the test. */
final class RunningWorker implements AutoCloseable {
    static final String NAME = "worker-under-test";

    final RequestConsumer consumer;
    private final WarmModels models;
    private final Thread thread;
    private final Semaphore ready = new Semaphore(0);

    RunningWorker(String brokerUrl, Path folder, ObjectStore store, JobSettings settings)
            throws IOException {
        this(brokerUrl, folder, store, settings, Demonstration.MODELS);
    }

    RunningWorker(
            String brokerUrl, Path folder, ObjectStore store, JobSettings settings, Path modelRoot)
            throws IOException {
        Path password = Files.writeString(folder.resolve("password"), EmbeddedBroker.PASSWORD);
        TorchCpu device = Demonstration.device();
        Cancellations cancellations = new Cancellations();
        models = new WarmModels(modelRoot, device, 1, new WorkerMetrics());
        ImageJobs jobs =
                new ImageJobs(
                        models,
                        new TextToImagePipeline(device),
                        new RecipeWriter("Pingvas Studio test", device, 1),
                        new PictureStore(store),
                        settings,
                        cancellations);
        consumer =
                new RequestConsumer(
                        new BrokerSettings(brokerUrl, "worker", password),
                        new WorkerIdentity(NAME, "cpu"),
                        jobs,
                        cancellations,
                        store,
                        ready::release);
        thread = new Thread(this::consume, "worker");
        thread.start();
    }

    static JobSettings limits(long stepDelayMillis) {
        return new JobSettings(Duration.ofSeconds(120), Duration.ofMillis(stepDelayMillis));
    }

    void awaitReady() throws InterruptedException {
        if (!ready.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The worker did not get ready.");
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        consumer.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("The worker did not stop.");
        }
        models.close();
    }

    private void consume() {
        try {
            consumer.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
