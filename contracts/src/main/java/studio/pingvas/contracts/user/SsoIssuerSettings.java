package studio.pingvas.contracts.user;

/**
 * An enterprise issuer of tokens, for example a realm of a Keycloak.
 *
 * @param name for people, 1 to 60 characters
 * @param issuer the {@code iss} of its tokens; its discovery document is found below it
 * @param audience the {@code aud} that its access tokens carry for us
 * @param groupPrefix name space of its groups here: lower-case letters, digits and hyphens; group
 *     {@code x} becomes role {@code prefix:x}
 * @param clientId for sign-in on pages; null if only tokens are accepted
 * @param clientSecret of that client; null keeps the one that is stored
 * @param enabled whether its tokens are accepted now
 */
public record SsoIssuerSettings(
        String name,
        String issuer,
        String audience,
        String groupPrefix,
        String clientId,
        String clientSecret,
        boolean enabled) {
    @Override
    public String toString() {
        return "SsoIssuerSettings[" + issuer + "]";
    }
}
