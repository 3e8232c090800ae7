package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.util.List;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.pipeline.DiffusionSession.AfterStep;
import studio.pingvas.worker.scheduler.NoiseLevel;
import studio.pingvas.worker.scheduler.Scheduler;
import studio.pingvas.worker.scheduler.StepTools;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Paints a part of a picture anew (Lugmayr et al. 2022, RePaint, arXiv 2201.09865, section 4.1):
 * after each step everything outside of the mask is set back to the original with the noise of that
 * level, so that the network sees what it has to fit in with. At the end the pixels outside of the
 * mask are the original's own.
 */
public final class InpaintPipeline {
    private final Device device;
    private final TensorOps ops;
    private final PhaseTimer timer;

    public InpaintPipeline(Device device, PhaseTimer timer) {
        this.device = device;
        this.ops = device.ops();
        this.timer = timer;
    }

    /**
     * @param originals what to begin with, one for each picture
     * @param masks one for each picture, as large as its original
     * @param seeds one for each picture
     * @param listener may end the run by throwing; nothing is left behind then
     */
    public void run(
            DiffusionModel model,
            Painting painting,
            List<Bitmap> originals,
            List<Mask> masks,
            List<Long> seeds,
            StepListener listener,
            PictureSink sink)
            throws IOException {
        DiffusionSession.paintEach(
                new PaintRun(device, timer, model, painting),
                seeds.size(),
                listener,
                sink,
                (session, picture) ->
                        paint(
                                session,
                                painting,
                                originals.get(picture),
                                masks.get(picture),
                                picture,
                                seeds.get(picture)));
    }

    private Bitmap paint(
            DiffusionSession session,
            Painting painting,
            Bitmap original,
            Mask mask,
            int picture,
            long seed) {
        try (TensorScope scope = device.openScope()) {
            Scheduler scheduler = session.startScheduler();
            int firstStep = painting.firstStep();
            Tensor encoded = session.encode(scope, original);
            Tensor noise = session.noise(scope, seed);
            Tensor latents = scope.floats(encoded.shape());
            mix(latents, encoded, noise, scheduler.level(firstStep));
            StepTools tools = new StepTools(ops, scope, seed);
            AfterStep keep = keeper(scope, encoded, noise, mask);
            session.denoise(tools, latents, scheduler, firstStep, picture, keep);
            Tensor painted = session.decode(scope, latents);
            return ops.toBitmap(withoutTheRest(scope, painted, original, mask));
        }
    }

    private void mix(Tensor out, Tensor encoded, Tensor noise, NoiseLevel level) {
        ops.combine(out, new float[] {level.signal(), level.noise()}, encoded, noise);
    }

    private AfterStep keeper(TensorScope scope, Tensor encoded, Tensor noise, Mask mask) {
        int height = encoded.shape().dimension(2);
        int width = encoded.shape().dimension(3);
        Tensor free = new PictureTensors(ops, scope).load(LatentMask.of(mask, width, height));
        Tensor noisy = scope.floats(encoded.shape());
        return (latents, level) -> {
            mix(noisy, encoded, noise, level);
            ops.blend(latents, noisy, free);
        };
    }

    /** Decoding changes every pixel a little; those outside of the mask come from the original. */
    private Tensor withoutTheRest(TensorScope scope, Tensor painted, Bitmap original, Mask mask) {
        int height = painted.shape().dimension(2);
        int width = painted.shape().dimension(3);
        PictureTensors pictures = new PictureTensors(ops, scope);
        Tensor kept = pictures.fitted(pictures.load(original), width, height);
        ops.blend(painted, kept, pictures.fitted(pictures.load(mask), width, height));
        return painted;
    }
}
