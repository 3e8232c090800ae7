package studio.pingvas.user.tokens.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UserSettings;

/**
 * Proves access tokens as RFC 8725 advises: one algorithm, keys by kid from our own table alone,
 * and every claim that says for whom and until when. What a header brings along (jwk, jku, x5u) is
 * never looked at.
 */
@ApplicationScoped
public class AccessTokenVerifier {
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final int MAX_LENGTH = 8192;

    @Inject SigningKeys keys;
    @Inject UserSettings settings;

    Clock clock = Clock.systemUTC();

    /**
     * @throws TokenInvalidException if signature, issuer, audience, type or form are wrong
     * @throws TokenExpiredException if its time is over
     */
    public Identity verify(String accessToken) {
        if (accessToken == null || accessToken.length() > MAX_LENGTH) {
            throw new TokenInvalidException();
        }
        try {
            SignedJWT token = SignedJWT.parse(accessToken);
            require(isSigned(token));
            return identityIn(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // How it is malformed is of no use to an honest client.
            throw new TokenInvalidException();
        }
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())
                || !JOSEObjectType.JWT.equals(header.getType())
                || header.getKeyID() == null) {
            return false;
        }
        RSAPublicKey key =
                keys.ring().verifier(header.getKeyID()).orElseThrow(TokenInvalidException::new);
        return token.verify(new RSASSAVerifier(key));
    }

    private Identity identityIn(JWTClaimsSet claims) throws ParseException {
        require(settings.issuer().equals(claims.getIssuer()));
        require(claims.getAudience().contains(settings.audience()));
        require(claims.getSubject() != null && claims.getExpirationTime() != null);
        require(claims.getStringListClaim("groups") != null);
        require(claims.getStringClaim("sid") != null);
        require(hasBegun(claims.getNotBeforeTime()) && hasBegun(claims.getIssueTime()));
        if (!now().minus(CLOCK_SKEW).isBefore(claims.getExpirationTime().toInstant())) {
            throw new TokenExpiredException();
        }
        return new Identity(
                UUID.fromString(claims.getSubject()),
                claims.getStringClaim("upn"),
                Set.copyOf(claims.getStringListClaim("groups")),
                UUID.fromString(claims.getStringClaim("sid")),
                null);
    }

    private boolean hasBegun(Date time) {
        return time == null || !time.toInstant().isAfter(now().plus(CLOCK_SKEW));
    }

    private Instant now() {
        return clock.instant();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new TokenInvalidException();
        }
    }
}
