package studio.pingvas.user.openid;

import java.util.Optional;

/**
 * Servers that tell us who somebody is.
 *
 * @param url public address of this installation
 * @param google our client there, if there is one
 * @param googleIssuer whose discovery document is read
 * @param discord our client there, if there is one
 * @param discordEndpoints where Discord is asked
 * @param allowPrivateAddresses whether an issuer may stand in a private network
 */
public record IdentitySettings(
        String url,
        Optional<ClientRegistration> google,
        String googleIssuer,
        Optional<ClientRegistration> discord,
        DiscordEndpoints discordEndpoints,
        boolean allowPrivateAddresses) {
    /** Discord has no discovery document of OpenID Connect. */
    public record DiscordEndpoints(String issuer, String authorize, String token, String user) {}

    public IdentitySettings {
        if (url.endsWith("/")) {
            throw new IllegalArgumentException("studio.url must not end with a slash");
        }
    }

    /** The one address that a provider may send people back to; it is registered there. */
    public String callbackOf(String providerId) {
        return url + "/api/v1/auth/" + providerId + "/callback";
    }
}
