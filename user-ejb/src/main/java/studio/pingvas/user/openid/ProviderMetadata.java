package studio.pingvas.user.openid;

/** What we need of a discovery document (OpenID Connect Discovery 1.0, section 3). */
public record ProviderMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String jwksUri,
        Boolean authorizationResponseIssParameterSupported) {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    static ProviderMetadata of(String issuer, ForeignDocuments documents)
            throws ForeignAnswerException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        ProviderMetadata found = documents.get(base + WELL_KNOWN, ProviderMetadata.class);
        if (!issuer.equals(found.issuer())) {
            throw new ForeignAnswerException("The document found there is of another issuer.");
        }
        if (found.jwksUri() == null) {
            throw new ForeignAnswerException("The issuer names no keys.");
        }
        return found;
    }

    /** Whether every redirect back to us names the issuer (RFC 9207). */
    public boolean namesItselfInRedirects() {
        return Boolean.TRUE.equals(authorizationResponseIssParameterSupported);
    }
}
