package studio.pingvas.worker.pipeline;

import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.VaeEncoder;
import studio.pingvas.worker.pipeline.MemoryLadder.Rung;
import studio.pingvas.worker.pipeline.TiledNetwork.Ratio;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Pixels to latents and back: whole while memory lasts, then tile by tile. */
final class PictureCodec {
    private static final int RGB = 3;
    // 512 pixels of the usual 8 to a latent, a quarter of them shared: what autoencoders of this
    // kind look around for does not reach further.
    private static final int TILE_LATENTS = 64;
    private static final int OVERLAP_LATENTS = 16;

    private final Device device;
    private final DiffusionModel model;
    private final MemoryLadder memory;

    PictureCodec(Device device, DiffusionModel model, MemoryLadder memory) {
        this.device = device;
        this.model = model;
        this.memory = memory;
    }

    /**
     * @param latents of one picture, not changed
     * @return three channels in [-1, 1]
     */
    Tensor decode(TensorScope scope, Tensor latents) {
        int downsample = model.manifest().latent().downsample();
        return memory.attempt(
                Rung.TILED_AUTOENCODER,
                () -> model.vaeDecoder().decode(scope, device.ops(), latents),
                () ->
                        new TiledNetwork(device, TILE_LATENTS, OVERLAP_LATENTS)
                                .run(
                                        scope,
                                        latents,
                                        (tileScope, tile) ->
                                                model.vaeDecoder()
                                                        .decode(tileScope, device.ops(), tile),
                                        new Ratio(downsample, 1),
                                        RGB));
    }

    /**
     * @param image three channels in [-1, 1], sides divisible by the model's downsampling
     * @return latents as the denoiser knows them
     */
    Tensor encode(TensorScope scope, Tensor image) {
        int downsample = model.manifest().latent().downsample();
        VaeEncoder encoder = model.vaeEncoder().orElseThrow();
        return memory.attempt(
                Rung.TILED_AUTOENCODER,
                () -> encoder.encode(scope, device.ops(), image),
                () ->
                        new TiledNetwork(
                                        device,
                                        TILE_LATENTS * downsample,
                                        OVERLAP_LATENTS * downsample)
                                .run(
                                        scope,
                                        image,
                                        (tileScope, tile) ->
                                                encoder.encode(tileScope, device.ops(), tile),
                                        new Ratio(1, downsample),
                                        model.manifest().latent().channels()));
    }
}
