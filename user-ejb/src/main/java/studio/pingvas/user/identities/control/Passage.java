package studio.pingvas.user.identities.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * What ties a redirect to a provider and the one back together.
 *
 * @param redirectUri where the provider sends the browser back to
 * @param state known to the browser and the provider
 * @param nonce comes back inside the ID token
 * @param codeVerifier proves to the provider that who exchanges the code asked for it
 */
public record Passage(String redirectUri, String state, String nonce, String codeVerifier) {
    public static Passage to(String redirectUri) {
        return new Passage(
                redirectUri, SecretTokens.create(), SecretTokens.create(), SecretTokens.create());
    }

    /** Parameters of the authorization request (RFC 6749, 4.1.1; RFC 7636, 4.3). */
    Map<String, String> authorization(String clientId, String scope) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", scope);
        parameters.put("state", state);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** Parameters of the token request (RFC 6749, 4.1.3; RFC 7636, 4.5). */
    Map<String, String> exchange(String code) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("code_verifier", codeVerifier);
        return parameters;
    }

    boolean hasNonce(String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        nonce.getBytes(StandardCharsets.UTF_8),
                        presented.getBytes(StandardCharsets.UTF_8));
    }

    private String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SecretTokens.sha256(codeVerifier));
    }

    @Override
    public String toString() {
        return "Passage[" + redirectUri + "]";
    }
}
