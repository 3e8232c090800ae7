package studio.pingvas.worker.model;

import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Says what is noise in latents. */
public final class Denoiser implements AutoCloseable {
    private final Network network;

    Denoiser(Network network) {
        this.network = network;
    }

    /**
     * @param latents one or more rows
     * @param timesteps one number for each row
     * @param conditioning one row of text vectors for each row
     */
    public Tensor predict(
            TensorScope scope, Tensor latents, Tensor timesteps, Tensor conditioning) {
        return network.forward(scope, latents, timesteps, conditioning);
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
