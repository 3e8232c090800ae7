package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * @param settings without the client secret
 * @param problem why its keys could not be read the last time; null if they could
 */
public record SsoIssuerView(
        UUID id,
        SsoIssuerSettings settings,
        Instant createdAt,
        Instant keysReadAt,
        String problem) {}
