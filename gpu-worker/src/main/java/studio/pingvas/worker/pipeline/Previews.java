package studio.pingvas.worker.pipeline;

import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** Latents as a small picture, without the decoder: a look while the work goes on. */
final class Previews {
    private static final int SIDE = 128;
    // Latents hold no detail that more would show, and a preview is made at every step.
    private static final int LARGEST_FACTOR = 4;

    private final TensorOps ops;
    private final LatentProjection projection;

    Previews(TensorOps ops, ModelManifest.Latent latent) {
        this.ops = ops;
        this.projection = new LatentProjection(latent.previewRgb(), latent.previewBias());
    }

    Bitmap of(Tensor latents, TensorScope scope) {
        int height = latents.shape().dimension(2);
        int width = latents.shape().dimension(3);
        Tensor colors = scope.floats(Shape.of(1, 3, height, width));
        ops.projectLatents(latents, projection, colors);
        int fitting = SIDE / Math.max(height, width);
        int factor = Math.min(Math.max(1, fitting), LARGEST_FACTOR);
        PictureTensors pictures = new PictureTensors(ops, scope);
        return ops.toBitmap(pictures.resized(colors, width * factor, height * factor));
    }
}
