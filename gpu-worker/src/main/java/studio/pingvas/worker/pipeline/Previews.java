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
        int factor = Math.max(1, SIDE / Math.max(height, width));
        PictureTensors pictures = new PictureTensors(ops, scope);
        return ops.toBitmap(pictures.resized(colors, width * factor, height * factor));
    }
}
