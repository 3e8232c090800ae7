package studio.pingvas.generation.batches.control;

import java.util.List;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;

/** An installation with one model, which every plan allows. */
record OneModel(ModelView model) implements ModelCatalog {
    @Override
    public List<ModelView> allowedBy(Plan plan) {
        return List.of(model);
    }

    @Override
    public ModelView require(String modelId, Plan plan) {
        if (modelId == null || modelId.equals(model.id())) {
            return model;
        }
        throw new ModelNotFoundException(modelId);
    }
}
