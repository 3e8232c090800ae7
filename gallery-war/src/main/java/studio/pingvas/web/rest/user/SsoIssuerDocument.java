package studio.pingvas.web.rest.user;

import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.SsoIssuerView;

/**
 * An enterprise issuer as administrators see it; its secret is never shown.
 *
 * @param keysReadAt absent if they never were, on the node that answers
 * @param problem why they could not be read the last time; absent if they could
 */
public record SsoIssuerDocument(
        UUID id,
        String name,
        String issuer,
        String audience,
        String groupPrefix,
        String clientId,
        boolean enabled,
        Instant createdAt,
        Instant keysReadAt,
        String problem) {
    static SsoIssuerDocument of(SsoIssuerView issuer) {
        SsoIssuerSettings settings = issuer.settings();
        return new SsoIssuerDocument(
                issuer.id(),
                settings.name(),
                settings.issuer(),
                settings.audience(),
                settings.groupPrefix(),
                settings.clientId(),
                settings.enabled(),
                issuer.createdAt(),
                issuer.keysReadAt(),
                issuer.problem());
    }
}
