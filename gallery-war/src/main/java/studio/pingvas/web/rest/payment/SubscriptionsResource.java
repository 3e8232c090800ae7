package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.web.security.Caller;

/** What can be subscribed to, and what the caller has. */
@Path("subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionsResource {
    @EJB Entitlements entitlements;
    @Inject Caller caller;

    /** Open to all: people compare plans before they sign up. */
    @GET
    @Path("plans")
    @PermitAll
    public PlanList plans() {
        return new PlanList(entitlements.plans().stream().map(PlanDocument::of).toList());
    }

    @GET
    @Path("current")
    @RolesAllowed({"user", "key-read"})
    public PlanDocument current() {
        return PlanDocument.of(entitlements.planOf(caller.userId()));
    }

    /** From free to enterprise. */
    public record PlanList(List<PlanDocument> items) {}
}
