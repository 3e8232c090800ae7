package studio.pingvas.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.image.WebpThumbnail;
import studio.pingvas.worker.job.Cancellations;
import studio.pingvas.worker.job.Engine;
import studio.pingvas.worker.job.Engines;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.job.JobSettings;
import studio.pingvas.worker.job.RecipeWriter;
import studio.pingvas.worker.life.CannotStartException;
import studio.pingvas.worker.life.HardLimit;
import studio.pingvas.worker.life.LifeSettings;
import studio.pingvas.worker.life.MetricsServer;
import studio.pingvas.worker.life.Vitals;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.queue.BrokerSettings;
import studio.pingvas.worker.queue.RequestConsumer;
import studio.pingvas.worker.store.PatientStore;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.weights.LoraFolder;

/** The process: puts the parts together and takes requests until it is stopped. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    // With the soft limit and one call that hangs it must stay below the server's hard limit.
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(20);

    private static final int BROKEN = 1;
    private static final int BAD_SETTINGS = 2;
    private static final int HUNG = 3;

    private Worker() {}

    public static void main(String[] arguments) {
        WorkerSettings settings;
        try {
            settings = WorkerSettings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("gpu-worker cannot start: " + e.getMessage());
            System.exit(BAD_SETTINGS);
            return;
        }
        try {
            run(settings);
        } catch (CannotStartException e) {
            System.err.println("gpu-worker cannot start: " + e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            LOG.error("worker broken", e);
            // Not exit: the hook below would report an orderly end.
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private static void run(WorkerSettings settings) throws IOException, InterruptedException {
        WorkerMetrics metrics = new WorkerMetrics();
        ChosenDevice chosen = ChosenDevice.open(settings, metrics);
        prepareLibraries(settings.nativeCache());
        long modelMemory = modelMemory(settings, chosen.choice());
        try (WarmModels models =
                new WarmModels(settings.modelsPath(), chosen.device(), modelMemory, metrics)) {
            Vitals vitals =
                    new Vitals(
                            settings.workerName(),
                            chosen.choice(),
                            chosen.usedBytes(),
                            models,
                            metrics);
            RequestConsumer consumer = consumer(settings, chosen, models, metrics, vitals);
            Thread consuming = Thread.currentThread();
            Runtime.getRuntime()
                    .addShutdownHook(new ShutdownHook(consumer, consuming, settings.softLimit()));
            new HardLimit(vitals.job(), settings.life().hardLimit())
                    .watch(consuming, () -> Runtime.getRuntime().halt(HUNG));
            runWatched(settings.life(), vitals, consumer);
        }
    }

    private static void runWatched(LifeSettings life, Vitals vitals, RequestConsumer consumer)
            throws InterruptedException {
        if (life.metricsPort() == 0) {
            consumer.run();
            return;
        }
        try (MetricsServer server =
                MetricsServer.start(life.metricsHost(), life.metricsPort(), vitals::metricsPage)) {
            LOG.info("metrics at http://{}:{}/metrics", life.metricsHost(), server.port());
            consumer.run();
        }
    }

    private static RequestConsumer consumer(
            WorkerSettings settings,
            ChosenDevice chosen,
            WarmModels models,
            WorkerMetrics metrics,
            Vitals vitals)
            throws IOException {
        PatientStore store = new PatientStore(settings.store().open(), STORE_PATIENCE);
        ImageJobs jobs =
                new ImageJobs(
                        engines(settings, chosen, models, metrics),
                        new PictureStore(store),
                        new RecipeWriter(generator(), settings.threads()),
                        new JobSettings(settings.softLimit(), settings.stepDelay()),
                        new Cancellations(),
                        metrics);
        String installed = String.join(",", models.installed());
        return new RequestConsumer(
                new BrokerSettings(
                        settings.brokerUrl(), settings.brokerUser(), settings.brokerPasswordFile()),
                vitals,
                jobs,
                store,
                () ->
                        LOG.info(
                                "worker ready name={} device={} models={}",
                                vitals.worker(),
                                vitals.device(),
                                installed));
    }

    private static Engines engines(
            WorkerSettings settings,
            ChosenDevice chosen,
            WarmModels models,
            WorkerMetrics metrics) {
        LoraFolder loras = new LoraFolder(settings.modelsPath());
        Engine engine = new Engine(chosen.device(), models, loras, metrics);
        if (!chosen.isGpu()) {
            return new Engines(engine, null);
        }
        return new Engines(
                engine,
                () -> {
                    Device processor = ChosenDevice.processor(settings, metrics);
                    // It takes over one job, and needs one model for it.
                    WarmModels itsOwn =
                            new WarmModels(settings.modelsPath(), processor, 0, metrics);
                    return new Engine(processor, itsOwn, loras, metrics);
                });
    }

    private static long modelMemory(WorkerSettings settings, DeviceChoice choice) {
        long wanted = settings.life().modelMemoryBytes();
        return wanted > 0 ? wanted : choice.memoryBytes() / 2;
    }

    private static void prepareLibraries(Path nativeCache) throws IOException {
        System.setProperty("java.awt.headless", "true");
        // The tokenizer's library: unpack here, load nothing from the network, report to nobody.
        System.setProperty("DJL_CACHE_DIR", nativeCache.toString());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        WebpThumbnail.loadNatives(nativeCache);
    }

    private static String generator() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Worker.class.getResourceAsStream("/worker.properties")) {
            build.load(in);
        }
        return "Pingvas Studio " + build.getProperty("version");
    }
}
