package studio.pingvas.user.identities.control;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.user.openid.ClientRegistration;
import studio.pingvas.user.openid.ForeignAnswerException;
import studio.pingvas.user.openid.ForeignDocuments;
import studio.pingvas.user.openid.ProviderMetadata;
import studio.pingvas.user.openid.PublishedIssuer;
import studio.pingvas.user.openid.SignedClaims;

/**
 * A provider of OpenID Connect.
 *
 * @param legacyIssuer what its tokens may say in place of {@code issuer}; null if nothing
 */
public record OpenIdProvider(
        String id,
        String name,
        boolean isForeignOwned,
        String issuer,
        String legacyIssuer,
        ClientRegistration client,
        PublishedIssuer published,
        ForeignDocuments documents,
        Clock clock)
        implements IdentityProvider {
    private static final String SCOPE = "openid email profile";

    /** What a token endpoint answers (OpenID Connect Core 1.0, 3.1.3.3); the rest is not kept. */
    private record Tokens(String idToken) {}

    @Override
    public String authorizationUrl(Passage passage) throws ForeignAnswerException {
        String endpoint = required(published.metadata().authorizationEndpoint());
        Map<String, String> parameters = passage.authorization(client.id(), SCOPE);
        parameters.put("nonce", passage.nonce());
        String separator = endpoint.contains("?") ? "&" : "?";
        return endpoint + separator + ForeignDocuments.formOf(parameters);
    }

    @Override
    public boolean mayHaveSent(String named) throws ForeignAnswerException {
        return named == null
                ? !published.metadata().namesItselfInRedirects()
                : issuer.equals(named);
    }

    @Override
    public Person personFor(String code, Passage passage) throws ForeignAnswerException {
        ProviderMetadata metadata = published.metadata();
        Tokens tokens =
                documents.post(
                        required(metadata.tokenEndpoint()),
                        client,
                        passage.exchange(code),
                        Tokens.class);
        try {
            JWTClaimsSet claims =
                    SignedClaims.proven(
                            SignedClaims.parse(tokens.idToken()), published, clock.instant());
            requireOurs(claims, passage);
            return person(claims);
        } catch (BusinessException | ParseException e) {
            throw new ForeignAnswerException("The ID token proves nothing.", e);
        }
    }

    /** OpenID Connect Core 1.0, 3.1.3.7. */
    private void requireOurs(JWTClaimsSet claims, Passage passage)
            throws ParseException, ForeignAnswerException {
        String party = claims.getStringClaim("azp");
        boolean alone = claims.getAudience().equals(List.of(client.id()));
        if (!isIssuer(claims.getIssuer())
                || !claims.getAudience().contains(client.id())
                || (party == null ? !alone : !party.equals(client.id()))
                || !passage.hasNonce(claims.getStringClaim("nonce"))
                || !Person.isSubject(claims.getSubject())) {
            throw new ForeignAnswerException("The ID token is not for this sign-in.");
        }
    }

    private boolean isIssuer(String named) {
        return named != null && (named.equals(issuer) || named.equals(legacyIssuer));
    }

    private Person person(JWTClaimsSet claims) throws ParseException {
        return Person.of(
                issuer,
                claims.getSubject(),
                claims.getStringClaim("email"),
                Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
                claims.getStringClaim("picture"),
                claims.getStringClaim("name"),
                claims.getStringClaim("preferred_username"));
    }

    private static String required(String endpoint) throws ForeignAnswerException {
        if (endpoint == null) {
            throw new ForeignAnswerException("The issuer signs nobody in.");
        }
        return endpoint;
    }

    /** For Google: tokens may leave the scheme out of the issuer. */
    static String withoutScheme(String issuer) {
        return issuer.replaceFirst("^https://", "");
    }

    @Override
    public String toString() {
        return "OpenIdProvider[" + id + "]";
    }
}
