package studio.pingvas.model.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelNotInTierException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.model.registry.entity.Model;
import studio.pingvas.model.registry.entity.ModelStatus;

/** The registry as others see it: active models alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaModelCatalog implements ModelCatalog {
    @PersistenceContext(unitName = "models")
    EntityManager entities;

    @Inject
    @ConfigProperty(name = "studio.models.default")
    String defaultModel;

    @Override
    public List<ModelView> allowedBy(Plan plan) {
        return entities.createQuery(
                        "select m from Model m where m.status = :status order by m.name, m.id",
                        Model.class)
                .setParameter("status", ModelStatus.ACTIVE)
                .getResultStream()
                .filter(model -> model.isAllowedBy(plan))
                .map(Model::view)
                .toList();
    }

    @Override
    public ModelView require(String modelId, Plan plan) {
        String id = modelId == null ? defaultModel : modelId;
        Model model =
                Optional.ofNullable(entities.find(Model.class, id))
                        .filter(Model::isActive)
                        .orElseThrow(() -> new ModelNotFoundException(id));
        if (!model.isAllowedBy(plan)) {
            throw new ModelNotInTierException(id, plan.tier());
        }
        return model.view();
    }
}
