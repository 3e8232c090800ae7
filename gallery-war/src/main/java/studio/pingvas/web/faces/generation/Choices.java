package studio.pingvas.web.faces.generation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.web.security.Caller;

/** What the caller's tier lets them choose from, asked once for each request. */
@RequestScoped
public class Choices {
    @EJB Entitlements entitlements;
    @EJB ModelCatalog catalog;
    @Inject Caller caller;

    private Plan plan;
    private List<ModelView> models;

    public Plan plan() {
        if (plan == null) {
            plan = entitlements.planOf(caller.userId());
        }
        return plan;
    }

    public List<ModelView> models() {
        if (models == null) {
            models = catalog.allowedBy(plan());
        }
        return models;
    }

    ModelView defaultModel() {
        return catalog.require(null, plan());
    }

    /** The model of that id, or the default one if it is not there any more. */
    public ModelView model(String id) {
        return models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseGet(this::defaultModel);
    }

    /** Those that the tier allows; a larger one would be refused. */
    List<ModelView.Size> sizesOf(ModelView model) {
        return model.sizes().stream()
                .filter(size -> (long) size.width() * size.height() <= plan().maxPixels())
                .toList();
    }
}
