package studio.pingvas.contracts.model;

import jakarta.ejb.Local;
import java.util.List;
import studio.pingvas.contracts.payment.Plan;

/** The models that are installed, whole and active. */
@Local
public interface ModelCatalog {
    /** Those that the plan allows, by name. */
    List<ModelView> allowedBy(Plan plan);

    /**
     * @param modelId id, or null for the default model of the plan
     * @throws ModelNotFoundException if there is no active model of that id
     * @throws ModelNotInTierException if the plan does not allow it
     */
    ModelView require(String modelId, Plan plan);
}
