package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.ModelManifest;

/** A model whose networks are loaded. */
public record TextToImageModel(
        ModelFolder folder, TextEncoder textEncoder, Denoiser denoiser, VaeDecoder vaeDecoder)
        implements AutoCloseable {
    public ModelManifest manifest() {
        return folder.manifest();
    }

    /** Memory that the weights of its networks take. */
    public long bytes() {
        return textEncoder.bytes() + denoiser.bytes() + vaeDecoder.bytes();
    }

    @Override
    public void close() {
        vaeDecoder.close();
        denoiser.close();
        textEncoder.close();
    }
}
