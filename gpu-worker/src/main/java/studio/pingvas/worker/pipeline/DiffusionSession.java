package studio.pingvas.worker.pipeline;

import java.io.IOException;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.Phase;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.ModelInvalidException;
import studio.pingvas.worker.scheduler.GuidedPrediction;
import studio.pingvas.worker.scheduler.NoiseLevel;
import studio.pingvas.worker.scheduler.Scheduler;
import studio.pingvas.worker.scheduler.StepTools;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * A model and a request with its prompts encoded: what all modes of painting have in common. The
 * modes differ in the latents they begin with, and in what they keep of the picture they were
 * given.
 */
final class DiffusionSession implements AutoCloseable {
    private final Device device;
    private final TensorOps ops;
    private final PhaseTimer timer;
    private final DiffusionModel model;
    private final Painting painting;
    private final PictureCodec codec;
    private final GuidedDenoiser denoiser;
    private final Previews previews;
    private final StepListener listener;
    private final TensorScope scope;

    /** What happens to latents after a step. */
    @FunctionalInterface
    interface AfterStep {
        AfterStep NOTHING = (latents, level) -> {};

        /**
         * @param level of the latents now
         */
        void apply(Tensor latents, NoiseLevel level);
    }

    private DiffusionSession(PaintRun run, StepListener listener, TensorScope scope) {
        this.device = run.device();
        this.ops = device.ops();
        this.timer = run.timer();
        this.model = run.model();
        this.painting = run.painting();
        this.listener = listener;
        MemoryLadder memory = new MemoryLadder(device);
        this.scope = scope;
        this.codec = new PictureCodec(device, model, memory);
        this.previews = new Previews(ops, model.manifest().latent());
        this.denoiser =
                timer.time(
                        Phase.ENCODE,
                        () -> new GuidedDenoiser(device, model, painting, memory, scope));
    }

    /** Paints one picture of a request. */
    @FunctionalInterface
    interface Painter {
        /**
         * @param picture counted from 0
         */
        Bitmap paint(DiffusionSession session, int picture);
    }

    /**
     * Encodes the prompts, then paints picture after picture.
     *
     * @param listener may end the run by throwing; nothing is left behind then
     */
    static void paintEach(
            PaintRun run, int pictures, StepListener listener, PictureSink sink, Painter painter)
            throws IOException {
        try (DiffusionSession session = open(run, listener)) {
            for (int picture = 0; picture < pictures; picture++) {
                sink.accept(picture, painter.paint(session, picture));
            }
        }
    }

    @SuppressWarnings("try") // What is opened belongs to the session from here on.
    private static DiffusionSession open(PaintRun run, StepListener listener) {
        TensorScope scope = run.device().openScope();
        try {
            return new DiffusionSession(run, listener, scope);
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    Scheduler startScheduler() {
        return painting.scheduler()
                .start(
                        model.schedule(
                                painting.steps(),
                                painting.denoisedWidth(),
                                painting.denoisedHeight()));
    }

    /** The noise that a picture begins with: the first that the seed gives. */
    Tensor noise(TensorScope owner, long seed) {
        ModelManifest.Latent latent = model.manifest().latent();
        Shape shape =
                Shape.of(
                        1,
                        latent.channels(),
                        painting.denoisedHeight() / latent.downsample(),
                        painting.denoisedWidth() / latent.downsample());
        Tensor noise = owner.floats(shape);
        ops.normalNoise(noise, seed, 0);
        return noise;
    }

    /** A picture as latents of the size that is denoised. */
    Tensor encode(TensorScope owner, Bitmap picture) {
        return timer.time(
                Phase.ENCODE,
                () -> {
                    try (TensorScope temporary = device.openScope()) {
                        PictureTensors pictures = new PictureTensors(ops, temporary);
                        Tensor image =
                                pictures.fitted(
                                        pictures.load(picture),
                                        painting.denoisedWidth(),
                                        painting.denoisedHeight());
                        return codec.encode(owner, image);
                    }
                });
    }

    /** The loop: latents of one picture from this step to the last, in place. */
    void denoise(
            StepTools tools,
            Tensor latents,
            Scheduler scheduler,
            int firstStep,
            int picture,
            AfterStep afterStep) {
        timer.run(
                Phase.DENOISE,
                () -> {
                    for (int step = firstStep; step < scheduler.steps(); step++) {
                        denoiseOnce(tools, latents, scheduler, step, picture, afterStep);
                    }
                });
    }

    /** Latents to colours in [-1, 1], as large as the picture that was asked for. */
    Tensor decode(TensorScope owner, Tensor latents) {
        return timer.time(
                Phase.DECODE,
                () -> {
                    Tensor image = codec.decode(owner, latents);
                    requireNumbers(image);
                    return new PictureTensors(ops, owner)
                            .resized(image, painting.size().width(), painting.size().height());
                });
    }

    @Override
    public void close() {
        scope.close();
    }

    /** Weights may be numbers and still overflow on the way; that would be a black picture. */
    private void requireNumbers(Tensor image) {
        if (!image.isFinite()) {
            throw new ModelInvalidException(
                    model.manifest().id(),
                    "it produces no numbers for this; change the request or the model.");
        }
    }

    private void denoiseOnce(
            StepTools tools,
            Tensor latents,
            Scheduler scheduler,
            int step,
            int picture,
            AfterStep afterStep) {
        try (TensorScope temporary = device.openScope()) {
            GuidedPrediction prediction = denoiser.predict(temporary, latents, scheduler, step);
            Tensor before = temporary.floats(latents.shape());
            ops.repeat(latents, 1, before);
            scheduler.step(tools, latents, prediction, step);
            afterStep.apply(latents, scheduler.level(step + 1));
            listener.stepDone(
                    picture,
                    step + 1 - painting.firstStep(),
                    () -> {
                        scheduler.estimateClean(ops, before, prediction, step);
                        return previews.of(before, temporary);
                    });
        }
    }
}
