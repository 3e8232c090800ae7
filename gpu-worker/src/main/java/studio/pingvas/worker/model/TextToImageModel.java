package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.ModelManifest;

/** A model whose networks are loaded. */
public record TextToImageModel(
        ModelFolder folder, TextEncoder textEncoder, Denoiser denoiser, VaeDecoder vaeDecoder)
        implements AutoCloseable {
    public ModelManifest manifest() {
        return folder.manifest();
    }

    @Override
    public void close() {
        vaeDecoder.close();
        denoiser.close();
        textEncoder.close();
    }
}
