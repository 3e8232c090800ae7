package studio.pingvas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
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
    /** Separated by commas: Payara 6 cannot inject an optional list. */
    @Inject
    @ConfigProperty(name = "studio.web.trusted-proxies")
    Optional<String> trustedProxies;

    public Device of(HttpServletRequest request) {
        return new Device(addressOf(request), request.getHeader("User-Agent"));
    }

    private String addressOf(HttpServletRequest request) {
        return TrustedProxies.of(trustedProxies.map(ClientDevice::split).orElse(List.of()))
                .clientOf(request.getRemoteAddr(), forwardedFor(request));
    }

    /** Some proxies append to the header of the client, others send one more: it is one list. */
    private static String forwardedFor(HttpServletRequest request) {
        return String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    private static List<String> split(String addresses) {
        return Arrays.stream(addresses.split(",")).map(String::strip).toList();
    }
}
