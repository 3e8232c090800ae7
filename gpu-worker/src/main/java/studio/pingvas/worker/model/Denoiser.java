package studio.pingvas.worker.model;

import java.util.List;
import studio.pingvas.contracts.model.DenoiserInterface;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Says what is noise in latents. */
public final class Denoiser implements AutoCloseable {
    private final Network network;
    private final List<String> inputs;

    Denoiser(Network network, List<String> inputs) {
        this.network = network;
        this.inputs = inputs;
    }

    /**
     * @param latents one or more rows
     * @param timesteps one number for each row
     * @param conditioning one row for each row
     * @return the prediction, of the shape of the latents
     */
    public Tensor predict(
            TensorScope scope, Tensor latents, Tensor timesteps, Conditioning conditioning) {
        Tensor[] arguments =
                inputs.stream()
                        .map(
                                input ->
                                        switch (input) {
                                            case DenoiserInterface.LATENTS -> latents;
                                            case DenoiserInterface.TIMESTEP -> timesteps;
                                            default -> conditioning.of(input);
                                        })
                        .toArray(Tensor[]::new);
        return NetworkOutput.require(
                "The denoiser", network.forward(scope, arguments), latents.shape());
    }

    Network network() {
        return network;
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
