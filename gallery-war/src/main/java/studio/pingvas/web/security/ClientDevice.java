package studio.pingvas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.user.Device;

/**
 * From where a request comes. What a client says of its own address counts only as far as a proxy
 * of ours vouches for it.
 */
@ApplicationScoped
public class ClientDevice {
    @Inject
    @ConfigProperty(name = "studio.web.trusted-proxies")
    Optional<List<String>> trustedProxies;

    public Device of(HttpServletRequest request) {
        return new Device(addressOf(request), request.getHeader("User-Agent"));
    }

    private String addressOf(HttpServletRequest request) {
        return TrustedProxies.of(trustedProxies.orElse(List.of()))
                .clientOf(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }
}
