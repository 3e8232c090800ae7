package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** Latents to pixels. */
public final class VaeDecoder implements AutoCloseable {
    private static final int RGB = 3;

    private final Network network;
    private final ModelManifest.Latent latent;

    VaeDecoder(Network network, ModelManifest.Latent latent) {
        this.network = network;
        this.latent = latent;
    }

    /**
     * @param latents as the denoiser knows them; not changed
     * @return three channels in [-1, 1]
     */
    public Tensor decode(TensorScope scope, TensorOps ops, Tensor latents) {
        if (latent.scale() == 1 && latent.shift() == 0) {
            return decode(scope, latents);
        }
        Tensor scaled = scope.floats(latents.shape());
        ops.repeat(latents, 1, scaled);
        ops.scaleAndShift(scaled, (float) (1 / latent.scale()), (float) latent.shift());
        return decode(scope, scaled);
    }

    private Tensor decode(TensorScope scope, Tensor latents) {
        Shape shape = latents.shape();
        Shape picture =
                Shape.of(
                        shape.dimension(0),
                        RGB,
                        shape.dimension(2) * latent.downsample(),
                        shape.dimension(3) * latent.downsample());
        return NetworkOutput.require("The VAE decoder", network.forward(scope, latents), picture);
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
