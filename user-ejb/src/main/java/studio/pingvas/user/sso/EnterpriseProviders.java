package studio.pingvas.user.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.user.identities.control.IdentityProvider;
import studio.pingvas.user.identities.control.OpenIdProvider;
import studio.pingvas.user.identities.control.ProviderSource;
import studio.pingvas.user.openid.ForeignDocuments;
import studio.pingvas.user.openid.PublishedIssuers;

/** The accepted issuers where we are a client, so that people can sign in there. */
@ApplicationScoped
public class EnterpriseProviders implements ProviderSource {
    @Inject IssuerDirectory directory;
    @Inject SsoIssuerTable table;
    @Inject PublishedIssuers published;
    @Inject ForeignDocuments documents;

    Clock clock = Clock.systemUTC();

    @Override
    public List<IdentityProvider> providers() {
        return directory.accepted().stream()
                .filter(issuer -> issuer.settings().clientId() != null)
                .map(this::provider)
                .toList();
    }

    private IdentityProvider provider(SsoIssuer issuer) {
        SsoIssuerSettings trusted = issuer.settings();
        return new OpenIdProvider(
                issuer.id().toString(),
                trusted.name(),
                true,
                trusted.issuer(),
                null,
                table.clientAt(issuer),
                published.of(trusted.issuer()),
                documents,
                clock);
    }
}
