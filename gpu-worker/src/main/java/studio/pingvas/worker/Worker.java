package studio.pingvas.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.life.CannotStartException;
import studio.pingvas.worker.life.HardLimit;
import studio.pingvas.worker.life.LifeSettings;
import studio.pingvas.worker.life.MetricsServer;
import studio.pingvas.worker.life.Vitals;
import studio.pingvas.worker.queue.BrokerSettings;
import studio.pingvas.worker.queue.RequestConsumer;
import studio.pingvas.worker.store.PatientStore;
import studio.pingvas.worker.store.PictureStore;

/** The process: puts the parts together and takes requests until it is stopped. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    // With the soft limit and one call that hangs it must stay below the server's hard limit.
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(20);
    private static final String SELF_TEST = "--selftest";
    private static final int BROKEN = 1;
    private static final int BAD_SETTINGS = 2;
    private static final int HUNG = 3;

    private Worker() {}

    /**
     * @param arguments none, or {@code --selftest} and perhaps a folder for its pictures
     */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean selfTest = words.indexOf(SELF_TEST) == 0;
        if (words.size() > (selfTest ? 2 : 0)) {
            System.err.println("gpu-worker takes no arguments, or " + SELF_TEST + " [FOLDER]");
            System.exit(BAD_SETTINGS);
        }
        if (selfTest) {
            testItself(words.size() == 2 ? Path.of(words.get(1)) : null);
        } else {
            work();
        }
    }

    private static void testItself(Path pictures) {
        try {
            System.exit(SelfTestRun.run(System.getenv(), System.out, pictures) ? 0 : BROKEN);
        } catch (IllegalArgumentException | CannotStartException e) {
            System.err.println("gpu-worker cannot start: " + e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (IOException e) {
            LOG.error("self test broken", e);
            System.exit(BROKEN);
        }
    }

    private static void work() {
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
        try (WorkerParts parts = WorkerParts.of(settings)) {
            Vitals vitals =
                    new Vitals(
                            settings.workerName(),
                            parts.chosen().choice(),
                            parts.chosen().usedBytes(),
                            parts.models(),
                            parts.metrics());
            RequestConsumer consumer = consumer(settings, parts, vitals);
            Thread consuming = Thread.currentThread();
            Runtime.getRuntime()
                    .addShutdownHook(new ShutdownHook(consumer, consuming, settings.softLimit()));
            new HardLimit(vitals.job(), settings.life().hardLimit(), parts.models()::loadingNanos)
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
            WorkerSettings settings, WorkerParts parts, Vitals vitals) throws IOException {
        PatientStore store = new PatientStore(settings.store().open(), STORE_PATIENCE);
        String installed = String.join(",", parts.models().installed());
        return new RequestConsumer(
                new BrokerSettings(
                        settings.brokerUrl(),
                        settings.brokerUser(),
                        settings.brokerPasswordFile(),
                        settings.retryPause()),
                vitals,
                parts.jobs(new PictureStore(store)),
                store,
                () ->
                        LOG.info(
                                "worker ready name={} device={} models={}",
                                vitals.worker(),
                                vitals.device(),
                                installed));
    }
}
