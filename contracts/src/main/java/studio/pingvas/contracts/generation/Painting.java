package studio.pingvas.contracts.generation;

import java.util.List;
import studio.pingvas.contracts.generation.message.LoraUse;

/** A request that lets a model paint. */
public sealed interface Painting extends GenerationRequest
        permits TextToImage, ImageToImage, Inpaint {
    /** 1 to 2,000 characters. */
    String prompt();

    /** What the picture should not show, up to 2,000 characters. */
    String negativePrompt();

    /** Id of the model. */
    String model();

    /** In pixels. */
    Integer width();

    /** In pixels. */
    Integer height();

    /** Denoising steps of a whole run, 1 to 200. */
    Integer steps();

    /** Guidance, 0 to 30. */
    Double cfgScale();

    /** One that the model lists. */
    String scheduler();

    /** 0 to 2^32 - 1; picture i uses seed + i. Null means a random one. */
    Long seed();

    /** Of pictures, 1 to 8. */
    Integer count();

    /** Merged into the model in this order, at most 8; their weights are -4 to 4. */
    List<LoraUse> loras();
}
