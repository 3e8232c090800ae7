package studio.pingvas.user.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;

/**
 * Claims that another issuer has signed, by the rules of RFC 8725: RS256 or ES256, a key that the
 * issuer publishes under the kid of the header, and a time that is now. Keys that a header brings
 * along (jwk, jku, x5c, x5u) are never looked at.
 */
public final class SignedClaims {
    private static final int MAX_LENGTH = 16384;
    private static final int LEAST_RSA_BITS = 2048;
    private static final Duration SKEW = Duration.ofSeconds(60);

    private SignedClaims() {}

    /**
     * @throws TokenInvalidException if it is no token of JSON, or too long
     */
    public static SignedJWT parse(String token) {
        if (token == null || token.length() > MAX_LENGTH) {
            throw new TokenInvalidException();
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            // How it is malformed is of no use to an honest client.
            throw new TokenInvalidException();
        }
    }

    /**
     * @throws TokenInvalidException if the signature does not prove the claims, or their time has
     *     not come
     * @throws TokenExpiredException if their time is over
     */
    public static JWTClaimsSet proven(SignedJWT token, PublishedIssuer issuer, Instant now) {
        try {
            require(isProven(token, issuer));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            require(claims.getExpirationTime() != null && claims.getIssueTime() != null);
            require(hasBegun(claims.getIssueTime(), now));
            require(claims.getNotBeforeTime() == null || hasBegun(claims.getNotBeforeTime(), now));
            if (!now.minus(SKEW).isBefore(claims.getExpirationTime().toInstant())) {
                throw new TokenExpiredException();
            }
            return claims;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new TokenInvalidException();
        }
    }

    private static boolean isProven(SignedJWT token, PublishedIssuer issuer) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (header.getKeyID() == null || !isAllowed(header.getAlgorithm())) {
            return false;
        }
        Optional<JWK> key = issuer.key(header.getKeyID());
        return key.isPresent() && token.verify(verifier(header.getAlgorithm(), key.get()));
    }

    private static boolean isAllowed(JWSAlgorithm algorithm) {
        return JWSAlgorithm.RS256.equals(algorithm) || JWSAlgorithm.ES256.equals(algorithm);
    }

    private static JWSVerifier verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        if (JWSAlgorithm.RS256.equals(algorithm)
                && key instanceof RSAKey rsa
                && rsa.size() >= LEAST_RSA_BITS) {
            return new RSASSAVerifier(rsa);
        }
        if (JWSAlgorithm.ES256.equals(algorithm)
                && key instanceof ECKey curve
                && Curve.P_256.equals(curve.getCurve())) {
            return new ECDSAVerifier(curve);
        }
        throw new TokenInvalidException();
    }

    private static boolean hasBegun(Date time, Instant now) {
        return !time.toInstant().isAfter(now.plus(SKEW));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new TokenInvalidException();
        }
    }
}
