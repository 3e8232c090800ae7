package studio.pingvas.worker.job;

import java.util.List;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.worker.pipeline.Painting;

/** One of the things that a request wants done, checked against what will do it. */
sealed interface PictureStep {
    /** As messages and recipes call it. */
    String kind();

    /**
     * Something painted by a model.
     *
     * @param model id
     * @param loras merged into it meanwhile
     */
    record Paint(String kind, String model, Painting painting, List<LoraUse> loras)
            implements PictureStep {}

    /**
     * A picture enlarged.
     *
     * @param upscaler id of an upscaler; null for plain enlargement
     * @param tile side of the pieces it is done in
     */
    record Upscale(String kind, String upscaler, int factor, int tile) implements PictureStep {}
}
