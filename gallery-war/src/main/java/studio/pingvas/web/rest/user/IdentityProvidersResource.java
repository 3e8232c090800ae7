package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.IdentityProviderView;

/** What people can sign in with beside a password. */
@Path("auth/providers")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class IdentityProvidersResource {
    @EJB ExternalSignIn signIn;

    @GET
    public ProviderList list() {
        return new ProviderList(signIn.providers());
    }

    /** For buttons. */
    public record ProviderList(List<IdentityProviderView> items) {}
}
