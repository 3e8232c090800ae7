package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.ApiKeys;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.IssuedApiKey;
import studio.pingvas.contracts.user.NewApiKey;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** The caller's API keys. A key cannot make, see or revoke keys: only its owner in person can. */
@Path("users/me/api-keys")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    @EJB ApiKeys keys;
    @Inject Caller caller;

    @GET
    public KeyList list() {
        return new KeyList(keys.list(caller.userId()).stream().map(ApiKeyDocument::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.EMAIL_NOT_VERIFIED})
    @APIResponseSchema(value = Issued.class, responseCode = "201")
    public Response create(Form form) {
        if (form == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        IssuedApiKey issued = keys.create(caller.userId(), form.toNewKey());
        return Response.status(Response.Status.CREATED)
                .entity(new Issued(ApiKeyDocument.of(issued.key()), issued.secret()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(caller.userId(), id);
    }

    /**
     * @param scopes of {@code read}, {@code generate}, {@code admin}
     * @param creditsPerDay absent for no limit
     * @param expiresAt absent for never
     */
    public record Form(String name, List<String> scopes, Long creditsPerDay, Instant expiresAt) {
        NewApiKey toNewKey() {
            Set<ApiScope> chosen =
                    scopes == null
                            ? Set.of()
                            : scopes.stream().map(Form::scopeOf).collect(Collectors.toSet());
            return new NewApiKey(name, chosen, creditsPerDay, expiresAt);
        }

        private static ApiScope scopeOf(String name) {
            return ApiScope.of(name)
                    .orElseThrow(
                            () ->
                                    new InvalidRequestException(
                                            "/scopes", "Choose of read, generate and admin."));
        }
    }

    /** Newest first. */
    public record KeyList(List<ApiKeyDocument> items) {}

    /**
     * The only answer that has the key itself.
     *
     * @param secret for {@code Authorization: Bearer}
     */
    public record Issued(ApiKeyDocument key, String secret) {
        @Override
        public String toString() {
            return "Issued[" + key.prefix() + "]";
        }
    }
}
