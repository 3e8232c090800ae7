package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.util.List;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.pipeline.DiffusionSession.AfterStep;
import studio.pingvas.worker.scheduler.Scheduler;
import studio.pingvas.worker.scheduler.StepTools;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Prompt in, pictures out. Pictures of one request are made one after another, never in one batch,
 * so that a picture has the same bytes whether it was asked for alone or among others.
 */
public final class TextToImagePipeline {
    private final Device device;
    private final TensorOps ops;
    private final PhaseTimer timer;

    public TextToImagePipeline(Device device, PhaseTimer timer) {
        this.device = device;
        this.ops = device.ops();
        this.timer = timer;
    }

    /**
     * @param seeds one for each picture
     * @param listener may end the run by throwing; nothing is left behind then
     */
    public void run(
            DiffusionModel model,
            Painting painting,
            List<Long> seeds,
            StepListener listener,
            PictureSink sink)
            throws IOException {
        DiffusionSession.paintEach(
                new PaintRun(device, timer, model, painting),
                seeds.size(),
                listener,
                sink,
                (session, picture) -> paint(session, picture, seeds.get(picture)));
    }

    private Bitmap paint(DiffusionSession session, int picture, long seed) {
        try (TensorScope scope = device.openScope()) {
            Scheduler scheduler = session.startScheduler();
            Tensor latents = session.noise(scope, seed);
            ops.scaleAndShift(latents, scheduler.level(0).noise(), 0);
            StepTools tools = new StepTools(ops, scope, seed);
            session.denoise(tools, latents, scheduler, 0, picture, AfterStep.NOTHING);
            return ops.toBitmap(session.decode(scope, latents));
        }
    }
}
