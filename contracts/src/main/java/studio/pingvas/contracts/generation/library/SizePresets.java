package studio.pingvas.contracts.generation.library;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Sizes by what they are for. */
@Local
public interface SizePresets {
    /**
     * All presets, in what comes nearest to each of the sizes that the model paints and the tier
     * allows: the form counts first, then the area.
     *
     * @param model id, or null for the default one
     * @throws studio.pingvas.contracts.model.ModelNotFoundException if there is no such model
     * @throws studio.pingvas.contracts.model.ModelNotInTierException if the tier lacks the model
     */
    List<FittedSize> fittedTo(UUID userId, String model);

    /**
     * What comes nearest to any size, as of a preset.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if it is no size of a picture
     * @throws studio.pingvas.contracts.model.ModelNotFoundException if there is no such model
     * @throws studio.pingvas.contracts.model.ModelNotInTierException if the tier lacks the model
     */
    FittedSize nearest(UUID userId, String model, int width, int height);
}
