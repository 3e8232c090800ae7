package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.user.LoadAccount;
import studio.pingvas.web.admin.LoadGenerators;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Accounts for programs that measure this installation; a setting allows them. */
@Path("admin/load-accounts")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LoadAccountsResource {
    @Inject LoadGenerators generators;
    @Inject Caller caller;
    @Inject ClientDevice device;

    @POST
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.NOT_FOUND})
    @APIResponseSchema(value = Accounts.class, responseCode = "201")
    public Response open(Form form, @Context HttpServletRequest http) {
        if (form == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        List<LoadAccount> opened =
                generators.open(
                        form.count(),
                        form.tierOrFree(),
                        form.credits(),
                        caller.userId(),
                        device.of(http).address());
        return Response.status(Response.Status.CREATED)
                .entity(new Accounts(opened.stream().map(Account::of).toList()))
                .build();
    }

    /**
     * @param count 1 to 1000
     * @param tier free by default
     * @param credits beside those of the tier, from 0
     */
    public record Form(int count, String tier, long credits) {
        Tier tierOrFree() {
            try {
                return tier == null ? Tier.FREE : Tier.ofKey(tier);
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException("/tier", "There is no tier \"" + tier + "\".");
            }
        }
    }

    /**
     * @param apiKey shown this once; good for a day
     */
    public record Account(UUID userId, String apiKey) {
        static Account of(LoadAccount opened) {
            return new Account(opened.userId(), opened.apiKey());
        }

        @Override
        public String toString() {
            return "Account[userId=" + userId + "]";
        }
    }

    /** What was opened. */
    public record Accounts(List<Account> items) {}
}
