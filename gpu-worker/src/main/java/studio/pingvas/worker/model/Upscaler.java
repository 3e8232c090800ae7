package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** A network that makes pictures larger, of any height and width. */
public final class Upscaler implements Loaded {
    private final UpscalerManifest manifest;
    private final String digest;
    private final Network network;

    Upscaler(UpscalerManifest manifest, String digest, Network network) {
        this.manifest = manifest;
        this.digest = digest;
        this.network = network;
    }

    public UpscalerManifest manifest() {
        return manifest;
    }

    /** sha256 of the manifest. */
    @Override
    public String digest() {
        return digest;
    }

    /**
     * @param image one row of three channels in [-1, 1]
     * @return the same, {@code scale} times as wide and high
     * @throws NetworkException if the network gives anything else
     */
    public Tensor enlarge(TensorScope scope, Tensor image) {
        Shape expected =
                Shape.of(
                        1,
                        3,
                        image.shape().dimension(2) * manifest.scale(),
                        image.shape().dimension(3) * manifest.scale());
        Tensor large =
                NetworkOutput.require("The upscaler", network.forward(scope, image), expected);
        if (!large.isFinite()) {
            throw new ModelInvalidException(manifest.id(), "it produces no numbers.");
        }
        return large;
    }

    @Override
    public long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
