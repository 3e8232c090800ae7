package studio.pingvas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets code inject {@link JsonWebToken}, as MicroProfile JWT promises. The server's own bean exists
 * only with {@code @LoginConfig}, which knows one issuer and no session.
 */
@ApplicationScoped
public class JsonWebTokenProducer {
    @Produces
    @RequestScoped
    JsonWebToken tokenOf(Caller caller) {
        return new StudioPrincipal(caller.identity());
    }
}
