package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.util.List;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.model.Conditioning;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.scheduler.GuidedPrediction;
import studio.pingvas.worker.scheduler.Scheduler;
import studio.pingvas.worker.scheduler.StepTools;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Prompt in, pictures out. Pictures of one request are made one after another, never in one batch,
 * so that a picture has the same bytes whether it was asked for alone or among others.
 */
public final class TextToImagePipeline {
    private static final int PREVIEW_SIDE = 128;

    private final Device device;
    private final TensorOps ops;

    public TextToImagePipeline(Device device) {
        this.device = device;
        this.ops = device.ops();
    }

    /**
     * @param seeds one for each picture
     * @param listener may end the run by throwing; nothing is left behind then
     */
    public void run(
            DiffusionModel model,
            TextToImageRequest request,
            List<Long> seeds,
            StepListener listener,
            PictureSink sink)
            throws IOException {
        ClassifierFreeGuidance guidance =
                new ClassifierFreeGuidance(
                        model.manifest().asksTwice() ? (float) request.guidance() : 1);
        try (TensorScope scope = device.openScope()) {
            List<String> prompts = guidance.prompts(request.prompt(), request.negativePrompt());
            Conditioning conditioning =
                    model.condition(
                            scope,
                            prompts,
                            request.denoisedWidth(),
                            request.denoisedHeight(),
                            request.guidance());
            for (int picture = 0; picture < seeds.size(); picture++) {
                PictureRun run =
                        new PictureRun(model, request, guidance, conditioning, listener, picture);
                sink.accept(picture, run.paint(seeds.get(picture)));
            }
        }
    }

    private final class PictureRun {
        private final DiffusionModel model;
        private final TextToImageRequest request;
        private final ClassifierFreeGuidance guidance;
        private final Conditioning conditioning;
        private final StepListener listener;
        private final int picture;

        PictureRun(
                DiffusionModel model,
                TextToImageRequest request,
                ClassifierFreeGuidance guidance,
                Conditioning conditioning,
                StepListener listener,
                int picture) {
            this.model = model;
            this.request = request;
            this.guidance = guidance;
            this.conditioning = conditioning;
            this.listener = listener;
            this.picture = picture;
        }

        Bitmap paint(long seed) {
            ModelManifest manifest = model.manifest();
            Scheduler scheduler =
                    request.scheduler()
                            .start(
                                    model.schedule(
                                            request.steps(),
                                            request.denoisedWidth(),
                                            request.denoisedHeight()));
            try (TensorScope scope = device.openScope()) {
                StepTools tools = new StepTools(ops, scope, seed);
                Tensor latents = scope.floats(latentShape(manifest.latent()));
                ops.normalNoise(latents, seed, 0);
                for (int step = 0; step < scheduler.steps(); step++) {
                    denoise(tools, latents, scheduler, step);
                }
                Tensor image = model.vaeDecoder().decode(scope, ops, latents);
                return ops.toBitmap(enlarge(image, request.size().upscale(), scope));
            }
        }

        private void denoise(StepTools tools, Tensor latents, Scheduler scheduler, int step) {
            try (TensorScope scope = device.openScope()) {
                Tensor batch = guidance.batchOf(latents, scheduler.inputScale(step), scope, ops);
                Tensor timesteps = guidance.timesteps(scheduler.timestep(step), scope, ops);
                GuidedPrediction prediction =
                        guidance.guide(
                                model.denoiser().predict(scope, batch, timesteps, conditioning));
                Tensor clean = scope.floats(latents.shape());
                ops.repeat(latents, 1, clean);
                scheduler.step(tools, latents, prediction, step);
                listener.stepDone(
                        picture,
                        step + 1,
                        () -> {
                            scheduler.estimateClean(ops, clean, prediction, step);
                            return preview(clean, scope);
                        });
            }
        }

        private Bitmap preview(Tensor latents, TensorScope scope) {
            int height = latents.shape().dimension(2);
            int width = latents.shape().dimension(3);
            ModelManifest.Latent latent = model.manifest().latent();
            LatentProjection projection =
                    new LatentProjection(latent.previewRgb(), latent.previewBias());
            Tensor colors = scope.floats(Shape.of(1, 3, height, width));
            ops.projectLatents(latents, projection, colors);
            int factor = Math.max(1, PREVIEW_SIDE / Math.max(height, width));
            return ops.toBitmap(enlarge(colors, factor, scope));
        }

        private Tensor enlarge(Tensor image, int factor, TensorScope scope) {
            if (factor == 1) {
                return image;
            }
            int height = image.shape().dimension(2) * factor;
            int width = image.shape().dimension(3) * factor;
            Tensor enlarged = scope.floats(Shape.of(1, 3, height, width));
            ops.resample(image, enlarged);
            return enlarged;
        }

        private Shape latentShape(ModelManifest.Latent latent) {
            return Shape.of(
                    1,
                    latent.channels(),
                    request.denoisedHeight() / latent.downsample(),
                    request.denoisedWidth() / latent.downsample());
        }
    }
}
