package studio.pingvas.user.tokens.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.user.UserSettings;

/** Signs access tokens, with the claims that MicroProfile JWT 2.1 asks for. */
@ApplicationScoped
public class AccessTokenIssuer {
    @Inject SigningKeys keys;
    @Inject UserSettings settings;
    @Inject TierHints tiers;

    Clock clock = Clock.systemUTC();

    public String issue(Identity identity) {
        KeyRing.Signer signer = keys.ring().signer();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(signer.kid())
                        .build();
        SignedJWT token = new SignedJWT(header, claimsOf(identity));
        try {
            token.sign(new RSASSASigner(signer.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
        return token.serialize();
    }

    public long lifeSeconds() {
        return settings.accessTokenLife().toSeconds();
    }

    private JWTClaimsSet claimsOf(Identity identity) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(identity.userId().toString())
                .claim("upn", identity.email())
                .claim("sid", identity.sessionId().toString())
                .claim("groups", List.copyOf(new TreeSet<>(identity.roles())))
                .claim("tier", tiers.of(identity.userId()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLife())))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }
}
