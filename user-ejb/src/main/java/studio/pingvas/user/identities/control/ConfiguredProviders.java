package studio.pingvas.user.identities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.pingvas.user.openid.ForeignDocuments;
import studio.pingvas.user.openid.IdentitySettings;
import studio.pingvas.user.openid.PublishedIssuers;

/** Google and Discord, each if the operator has registered a client there. */
@ApplicationScoped
public class ConfiguredProviders implements ProviderSource {
    static final String GOOGLE = "google";

    @Inject IdentitySettings settings;
    @Inject PublishedIssuers issuers;
    @Inject ForeignDocuments documents;

    Clock clock = Clock.systemUTC();

    @Override
    public List<IdentityProvider> providers() {
        return Stream.of(google(), discord()).flatMap(Optional::stream).toList();
    }

    private Optional<IdentityProvider> google() {
        String issuer = settings.googleIssuer();
        return settings.google()
                .map(
                        client ->
                                new OpenIdProvider(
                                        GOOGLE,
                                        "Google",
                                        false,
                                        issuer,
                                        OpenIdProvider.withoutScheme(issuer),
                                        client,
                                        issuers.of(issuer),
                                        documents,
                                        clock));
    }

    private Optional<IdentityProvider> discord() {
        return settings.discord()
                .map(client -> new DiscordProvider(client, settings.discordEndpoints(), documents));
    }
}
