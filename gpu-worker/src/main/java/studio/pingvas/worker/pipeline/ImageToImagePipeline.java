package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.util.List;
import studio.pingvas.worker.image.Bitmap;
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
 * Paints a picture over (Meng et al. 2021, SDEdit, arXiv 2108.01073): it is mixed with as much
 * noise as the run holds at the step where it begins, and denoised from there.
 */
public final class ImageToImagePipeline {
    private final Device device;
    private final TensorOps ops;
    private final PhaseTimer timer;

    public ImageToImagePipeline(Device device, PhaseTimer timer) {
        this.device = device;
        this.ops = device.ops();
        this.timer = timer;
    }

    /**
     * @param originals what to begin with, one for each picture
     * @param seeds one for each picture
     * @param listener may end the run by throwing; nothing is left behind then
     */
    public void run(
            DiffusionModel model,
            Painting painting,
            List<Bitmap> originals,
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
                                picture,
                                seeds.get(picture)));
    }

    private Bitmap paint(
            DiffusionSession session, Painting painting, Bitmap original, int picture, long seed) {
        try (TensorScope scope = device.openScope()) {
            Scheduler scheduler = session.startScheduler();
            int firstStep = painting.firstStep();
            Tensor latents = session.encode(scope, original);
            Tensor noise = session.noise(scope, seed);
            NoiseLevel level = scheduler.level(firstStep);
            ops.combine(latents, new float[] {level.signal(), level.noise()}, latents, noise);
            StepTools tools = new StepTools(ops, scope, seed);
            session.denoise(tools, latents, scheduler, firstStep, picture, AfterStep.NOTHING);
            return ops.toBitmap(session.decode(scope, latents));
        }
    }
}
