package studio.pingvas.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import studio.pingvas.worker.image.WebpThumbnail;
import studio.pingvas.worker.job.Cancellations;
import studio.pingvas.worker.job.Engine;
import studio.pingvas.worker.job.Engines;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.job.JobSettings;
import studio.pingvas.worker.job.NullEngine;
import studio.pingvas.worker.job.RecipeWriter;
import studio.pingvas.worker.job.StepEngine;
import studio.pingvas.worker.life.DeviceWish;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.weights.LoraFolder;

/** What a process that makes pictures is put together from. */
record WorkerParts(
        WorkerSettings settings, ChosenDevice chosen, WarmModels models, WorkerMetrics metrics)
        implements AutoCloseable {
    static WorkerParts of(WorkerSettings settings) throws IOException {
        WorkerMetrics metrics = new WorkerMetrics();
        ChosenDevice chosen = ChosenDevice.open(settings, metrics);
        prepareLibraries(settings.nativeCache());
        long modelMemory = modelMemory(settings, chosen.choice());
        WarmModels models =
                new WarmModels(settings.modelsPath(), chosen.device(), modelMemory, metrics);
        return new WorkerParts(settings, chosen, models, metrics);
    }

    ImageJobs jobs(PictureStore store) throws IOException {
        return new ImageJobs(
                engine(),
                store,
                new RecipeWriter(generator(), settings.threads()),
                new JobSettings(settings.softLimit(), settings.stepDelay()),
                new Cancellations(),
                metrics);
    }

    @Override
    public void close() {
        models.close();
    }

    private StepEngine engine() {
        if (settings.life().device() == DeviceWish.NONE) {
            return new NullEngine();
        }
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
