package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Sizes that people ask for by name, and what a model makes of them. */
@Local
public interface SizePresets {
    /**
     * Each with the size that comes nearest to it among those that the model makes and the tier
     * allows: form counts before area.
     *
     * @param model id, or null for the default one
     * @throws studio.pingvas.contracts.model.ModelNotFoundException if there is no such model
     * @throws studio.pingvas.contracts.model.ModelNotInTierException if the tier lacks the model
     */
    List<SizePreset> of(UUID userId, String model);

    /**
     * As of a preset, for any size.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if it is no size
     */
    SizePreset nearest(UUID userId, String model, int width, int height);
}
