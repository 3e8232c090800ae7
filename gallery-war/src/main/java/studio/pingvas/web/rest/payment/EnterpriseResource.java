package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.EnterpriseContracts;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.web.admin.ContractDecisions;
import studio.pingvas.web.admin.ContractDecisions.Decider;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Contracts: people ask for them here, administrators decide. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class EnterpriseResource {
    @EJB EnterpriseContracts contracts;
    @Inject ContractDecisions decisions;
    @Inject Caller caller;
    @Inject ClientDevice device;

    /** A second request replaces the first as long as nobody has decided. */
    @POST
    @Path("enterprise/request")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems(ProblemCode.INVALID_REQUEST)
    public EnterpriseRequestDocument request(EnterpriseRequestDocument.Form form) {
        return EnterpriseRequestDocument.of(
                contracts.request(caller.userId(), required(form).toRequest()));
    }

    /** The caller's newest request. */
    @GET
    @Path("enterprise/request")
    @RolesAllowed("user")
    public EnterpriseRequestDocument mine() {
        return EnterpriseRequestDocument.of(contracts.requestOf(caller.userId()));
    }

    /** Oldest first, at most 200; {@code ?status=open} leaves out what is decided. */
    @GET
    @Path("admin/enterprise-requests")
    @RolesAllowed({"admin", "key-admin"})
    @Problems(ProblemCode.INVALID_REQUEST)
    public Requests all(@QueryParam("status") String status) {
        return new Requests(
                contracts.requests(statusOf(status)).stream()
                        .map(EnterpriseRequestDocument::of)
                        .toList());
    }

    @POST
    @Path("admin/enterprise-requests/{id}/decline")
    @RolesAllowed({"admin", "key-admin"})
    public EnterpriseRequestDocument decline(
            @PathParam("id") UUID id, @Context HttpServletRequest http) {
        return EnterpriseRequestDocument.of(decisions.decline(id, decider(http)));
    }

    /** From now on, with the credits of a month. Repeated it changes the terms. */
    @POST
    @Path("enterprise/activate")
    @RolesAllowed({"admin", "key-admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.NOT_FOUND})
    public Contract activate(ContractForm form, @Context HttpServletRequest http) {
        UUID userId = userIn(required(form));
        return Contract.of(userId, decisions.activate(userId, form.toTerms(), decider(http)));
    }

    @POST
    @Path("enterprise/end")
    @RolesAllowed({"admin", "key-admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.NO_SUBSCRIPTION})
    public Contract end(EndForm form, @Context HttpServletRequest http) {
        if (required(form).userId() == null) {
            throw new InvalidRequestException("/user_id", "Is missing.");
        }
        return Contract.of(form.userId(), decisions.end(form.userId(), decider(http)));
    }

    private UUID userIn(ContractForm form) {
        return form.userIdIfNamed().orElseGet(() -> contracts.request(form.requestId()).userId());
    }

    private Decider decider(HttpServletRequest http) {
        return new Decider(caller.userId(), device.of(http).address());
    }

    private static EnterpriseRequestView.Status statusOf(String key) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        for (EnterpriseRequestView.Status status : EnterpriseRequestView.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(key)) {
                return status;
            }
        }
        throw new InvalidRequestException("/status", "Must be open, activated or declined.");
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        return body;
    }

    /** Requests for contracts. */
    public record Requests(List<EnterpriseRequestDocument> items) {}

    /** Whose contract ends now. */
    public record EndForm(UUID userId) {}
}
