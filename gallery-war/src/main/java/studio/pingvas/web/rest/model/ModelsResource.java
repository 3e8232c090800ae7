package studio.pingvas.web.rest.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.web.security.Caller;

/** The models of the caller's tier. */
@Path("models")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    @EJB ModelCatalog models;
    @EJB Entitlements entitlements;
    @Inject Caller caller;

    @GET
    public ModelList list(@QueryParam("model_type") String type) {
        return new ModelList(
                models.allowedBy(plan()).stream()
                        .filter(model -> type == null || type.equals(model.type()))
                        .map(ModelDocument::of)
                        .toList());
    }

    @GET
    @Path("{id}")
    public ModelDocument get(@PathParam("id") String id) {
        return ModelDocument.of(models.require(id, plan()));
    }

    private Plan plan() {
        return entitlements.planOf(caller.userId());
    }

    /** By name; a tier has too few for pages. */
    public record ModelList(List<ModelDocument> items) {}
}
