package studio.pingvas.user.openid;

import java.util.Optional;
import studio.pingvas.user.openid.IdentitySettings.DiscordEndpoints;

/** Settings under which servers on loopback may be asked. */
public final class OpenIdFixture {
    public static final ClientRegistration CLIENT =
            new ClientRegistration("studio-client", "a secret");

    private OpenIdFixture() {}

    public static IdentitySettings settings(String google, String discord) {
        return new IdentitySettings(
                "https://studio.example.test",
                Optional.ofNullable(google).map(address -> CLIENT),
                google,
                Optional.ofNullable(discord).map(address -> CLIENT),
                new DiscordEndpoints(
                        "https://discord.example.test",
                        discord + "/authorize",
                        discord + "/token",
                        discord + "/users/@me"),
                true);
    }

    public static ForeignDocuments documents() {
        return new ForeignDocuments(settings(null, null));
    }
}
