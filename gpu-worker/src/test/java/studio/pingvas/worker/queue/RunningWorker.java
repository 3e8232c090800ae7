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
import studio.pingvas.worker.job.Engine;
import studio.pingvas.worker.job.Engines;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.job.JobSettings;
import studio.pingvas.worker.job.RecipeWriter;
import studio.pingvas.worker.life.Vitals;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.store.PatientStore;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.torch.TorchCpu;
import studio.pingvas.worker.weights.LoraFolder;

/** A whole worker on a thread of the test. */
final class RunningWorker implements AutoCloseable {
    static final String NAME = "worker-under-test";
    static final int RETRY_PAUSE_MILLIS = 300;
    static final long USED_BYTES = 5_000;
    static final DeviceChoice CHOICE = new DeviceChoice("cpu", "a processor", "no driver", 10_000);

    static final Duration PATIENCE = Duration.ofMillis(1_200);

    final RequestConsumer consumer;
    private final WarmModels models;
    private final Vitals vitals;
    private final Thread thread;
    private final Semaphore ready = new Semaphore(0);

    RunningWorker(String brokerUrl, Path folder, ObjectStore store, JobSettings settings)
            throws IOException {
        this(brokerUrl, folder, store, settings, Demonstration.MODELS);
    }

    RunningWorker(
            String brokerUrl,
            Path folder,
            ObjectStore objects,
            JobSettings settings,
            Path modelRoot)
            throws IOException {
        PatientStore store = new PatientStore(objects, PATIENCE);
        Path password = Files.writeString(folder.resolve("password"), EmbeddedBroker.PASSWORD);
        TorchCpu device = Demonstration.device();
        WorkerMetrics metrics = new WorkerMetrics();
        models = new WarmModels(modelRoot, device, 1, metrics);
        vitals = new Vitals(NAME, CHOICE, () -> USED_BYTES, models, metrics);
        ImageJobs jobs =
                new ImageJobs(
                        new Engines(
                                new Engine(device, models, new LoraFolder(modelRoot), metrics),
                                null),
                        new PictureStore(store),
                        new RecipeWriter("Pingvas Studio test", 1),
                        settings,
                        new Cancellations(),
                        metrics);
        consumer =
                new RequestConsumer(
                        new BrokerSettings(
                                brokerUrl,
                                "worker",
                                password,
                                Duration.ofMillis(RETRY_PAUSE_MILLIS)),
                        vitals,
                        jobs,
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

    String metricsPage() {
        return vitals.metricsPage();
    }

    void awaitMetric(String line) throws InterruptedException {
        for (int look = 0; look < 200 && !metricsPage().contains(line); look++) {
            Thread.sleep(50);
        }
        if (!metricsPage().contains(line)) {
            throw new AssertionError("No " + line + " in " + metricsPage());
        }
    }

    void awaitEnd() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(30));
        if (thread.isAlive()) {
            throw new AssertionError("The worker did not stop.");
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        consumer.stop();
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
