package studio.pingvas.model.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelNotInTierException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.model.registry.control.ActiveModels;

/** The registry as others see it: active models alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaModelCatalog implements ModelCatalog {
    @Inject ActiveModels active;

    @Inject
    @ConfigProperty(name = "studio.models.default")
    String defaultModel;

    @Override
    public List<ModelView> allowedBy(Plan plan) {
        return active.list().stream().filter(model -> plan.allowsModelBase(model.base())).toList();
    }

    @Override
    public ModelView require(String modelId, Plan plan) {
        String id = modelId == null ? defaultModel : modelId;
        ModelView model = active.find(id).orElseThrow(() -> new ModelNotFoundException(id));
        if (!plan.allowsModelBase(model.base())) {
            throw new ModelNotInTierException(id, plan.tier());
        }
        return model;
    }
}
