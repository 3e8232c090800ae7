package studio.pingvas.contracts.generation.library;

import jakarta.ejb.Local;
import java.util.UUID;
import studio.pingvas.contracts.generation.TextToImage;

/** What filled templates ask for. */
@Local
public interface TemplateRequests {
    /**
     * The request that the filled template stands for, in the size of the model that comes nearest
     * to the template's. Nothing is kept.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user sees no such template
     * @throws studio.pingvas.contracts.InvalidRequestException naming each field that is missing,
     *     unknown or too long
     * @throws studio.pingvas.contracts.model.ModelNotFoundException if there is no such model
     * @throws studio.pingvas.contracts.model.ModelNotInTierException if the tier lacks the model
     */
    TextToImage fill(UUID userId, UUID templateId, TemplateValues values);
}
