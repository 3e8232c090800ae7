package studio.pingvas.user.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.user.openid.IdentitySettings.DiscordEndpoints;

/** Reads {@code studio.oauth.*} and {@code studio.sso.*}. */
@ApplicationScoped
public class IdentitySettingsReader {
    @Inject Config config;

    @Produces
    IdentitySettings settings() {
        return new IdentitySettings(
                text("studio.url"),
                client("google"),
                text("studio.oauth.google.issuer"),
                client("discord"),
                new DiscordEndpoints(
                        text("studio.oauth.discord.issuer"),
                        text("studio.oauth.discord.authorize-url"),
                        text("studio.oauth.discord.token-url"),
                        text("studio.oauth.discord.user-url")),
                config.getValue("studio.sso.allow-private-addresses", Boolean.class));
    }

    /** An id without its secret is a mistake of the operator, which must not wait for a user. */
    private Optional<ClientRegistration> client(String provider) {
        String prefix = "studio.oauth." + provider + ".";
        return config.getOptionalValue(prefix + "client-id", String.class)
                .map(id -> new ClientRegistration(id, text(prefix + "client-secret")));
    }

    private String text(String name) {
        return config.getValue(name, String.class);
    }
}
