package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Pixels to latents: the mean of what the encoder finds likely, not a draw, so that the same
 * picture always gives the same latents.
 */
public final class VaeEncoder implements AutoCloseable {
    private final Network network;
    private final ModelManifest.Latent latent;

    VaeEncoder(Network network, ModelManifest.Latent latent) {
        this.network = network;
        this.latent = latent;
    }

    /**
     * @param image one row of three channels in [-1, 1], its sides multiples of {@code downsample}
     * @return latents at the denoiser's scale, (encoded - shift) * scale
     */
    public Tensor encode(TensorScope scope, TensorOps ops, Tensor image) {
        Shape shape = image.shape();
        Shape expected =
                Shape.of(
                        shape.dimension(0),
                        latent.channels(),
                        shape.dimension(2) / latent.downsample(),
                        shape.dimension(3) / latent.downsample());
        Tensor latents =
                NetworkOutput.require("The VAE encoder", network.forward(scope, image), expected);
        if (latent.scale() != 1 || latent.shift() != 0) {
            ops.scaleAndShift(
                    latents, (float) latent.scale(), (float) (-latent.shift() * latent.scale()));
        }
        return latents;
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
