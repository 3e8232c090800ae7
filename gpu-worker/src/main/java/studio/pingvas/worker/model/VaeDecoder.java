package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** Latents to pixels. */
public final class VaeDecoder implements AutoCloseable {
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
            return network.forward(scope, latents);
        }
        Tensor scaled = scope.floats(latents.shape());
        ops.repeat(latents, 1, scaled);
        ops.scaleAndShift(scaled, (float) (1 / latent.scale()), (float) latent.shift());
        return network.forward(scope, scaled);
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
