package studio.pingvas.web.push;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A browser sends its cookies with a handshake from any page, so the page must be one of ours.
 * Programs that are no browsers send no origin.
 */
public class SameOriginConfigurator extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
        return origin == null || origin.isEmpty() || allowedOrigins().contains(origin);
    }

    private static Set<String> allowedOrigins() {
        return Set.of(ConfigProvider.getConfig().getValue("studio.web.origins", String[].class));
    }
}
