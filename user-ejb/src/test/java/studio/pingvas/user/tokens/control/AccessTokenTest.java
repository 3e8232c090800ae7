package studio.pingvas.user.tokens.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.user.UsersDatabase;

/** Row 29 of the fault matrix: every known way to forge a token is refused. */
class AccessTokenTest {
    private static final Identity ANN =
            new Identity(UUID.randomUUID(), "ann@example.test", Set.of("user", "admin"))
                    .inSession(UUID.randomUUID());
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private TokenFixture node;
    private KeyRing.Signer signer;

    @BeforeEach
    void newNode() {
        UsersDatabase.empty();
        node = nodeAt(NOW);
        signer = node.keys.ring().signer();
    }

    @Test
    void ownTokenIsAccepted() {
        assertThat(node.verifier.verify(node.issuer.issue(ANN))).isEqualTo(ANN);
    }

    @Test
    void tokenCarriesWhatMicroProfileJwtAsksFor() throws Exception {
        SignedJWT token = SignedJWT.parse(node.issuer.issue(ANN));
        assertThat(token.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
        assertThat(token.getHeader().getKeyID()).isEqualTo(signer.kid());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "upn", "sid", "groups", "tier", "iat", "exp", "jti");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(900)));
        assertThat(claims.getStringListClaim("groups")).containsExactly("admin", "user");
    }

    @Test
    void accountWithoutAddressHasATokenWithoutName() throws Exception {
        Identity nameless =
                new Identity(UUID.randomUUID(), null, Set.of("user")).inSession(UUID.randomUUID());
        String token = node.issuer.issue(nameless);
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims()).doesNotContainKey("upn");
        assertThat(node.verifier.verify(token)).isEqualTo(nameless);
    }

    @Test
    void anotherNodeAcceptsItToo() {
        String token = node.issuer.issue(ANN);
        assertThat(nodeAt(NOW).verifier.verify(token)).isEqualTo(ANN);
        assertThat(UsersDatabase.query("SELECT count(*) FROM signing_key", Long.class))
                .isEqualTo(1);
    }

    @Test
    void publishedKeysProveItAndHoldNoSecret() throws Exception {
        JWKSet published = JWKSet.parse(node.keys.publicKeys());
        JWK key = published.getKeyByKeyId(signer.kid());
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(
                        SignedJWT.parse(node.issuer.issue(ANN))
                                .verify(
                                        new com.nimbusds.jose.crypto.RSASSAVerifier(
                                                key.toRSAKey())))
                .isTrue();
    }

    @Test
    void aMinuteOfSkewIsForgivenAndNoMore() {
        String token = node.issuer.issue(ANN);
        Instant end = NOW.plus(UsersDatabase.SETTINGS.accessTokenLife());
        assertThat(nodeAt(end.plusSeconds(59)).verifier.verify(token)).isEqualTo(ANN);
        assertThatThrownBy(() -> nodeAt(end.plusSeconds(60)).verifier.verify(token))
                .isInstanceOf(TokenExpiredException.class);
    }

    @Test
    void tokenFromTheFutureIsRefused() {
        String token = nodeAt(NOW.plusSeconds(62)).issuer.issue(ANN);
        assertRefused(token);
        assertRefused(sign(good().notBeforeTime(Date.from(NOW.plusSeconds(61))).build(), header()));
    }

    @Test
    void unsignedTokenIsRefused() {
        assertRefused(new PlainJWT(good().build()).serialize());
        String[] parts = node.issuer.issue(ANN).split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void publicKeyIsNoHmacSecret() throws Exception {
        RSAPublicKey key = node.keys.ring().verifier(signer.kid()).orElseThrow();
        JWSHeader hmac =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(signer.kid())
                        .build();
        assertRefused(sign(good().build(), hmac, new MACSigner(key.getEncoded())));
    }

    @Test
    void otherRsaAlgorithmsAreRefused() {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            assertRefused(
                    sign(
                            good().build(),
                            new JWSHeader.Builder(algorithm)
                                    .type(JOSEObjectType.JWT)
                                    .keyID(signer.kid())
                                    .build()));
        }
    }

    @Test
    void keyThatTheTokenBringsAlongIsNotUsed() throws Exception {
        KeyPair foreign = foreignKey();
        RSAKey jwk = new RSAKey.Builder((RSAPublicKey) foreign.getPublic()).keyID("mine").build();
        JWSSigner forger = new RSASSASigner(foreign.getPrivate());
        assertRefused(
                sign(
                        good().build(),
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .keyID("mine")
                                .jwk(jwk)
                                .jwkURL(java.net.URI.create("http://127.0.0.1:1/jwks.json"))
                                .build(),
                        forger));
        assertRefused(sign(good().build(), header(), forger));
    }

    @Test
    void kidIsRequiredAndMustBeOurs() {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
        assertRefused(sign(good().build(), header.build()));
        assertRefused(sign(good().build(), header.keyID("somebody else's").build()));
    }

    @Test
    void typeMustBeJwt() {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.kid());
        assertRefused(sign(good().build(), header.build()));
        assertRefused(sign(good().build(), header.type(new JOSEObjectType("logout+jwt")).build()));
    }

    @Test
    void everyClaimMustBeThereAndOurs() {
        assertThat(node.verifier.verify(sign(good().build(), header()))).isEqualTo(ANN);
        assertRefused(sign(good().issuer("https://evil.example.test").build(), header()));
        assertRefused(sign(good().issuer(null).build(), header()));
        assertRefused(sign(good().audience("somebody else").build(), header()));
        assertRefused(sign(good().audience((String) null).build(), header()));
        assertRefused(sign(good().subject(null).build(), header()));
        assertRefused(sign(good().subject("not a uuid").build(), header()));
        assertRefused(sign(good().expirationTime(null).build(), header()));
        assertRefused(sign(good().claim("upn", 7).build(), header()));
        assertRefused(sign(good().claim("sid", null).build(), header()));
        assertRefused(sign(good().claim("sid", "none").build(), header()));
        assertRefused(sign(good().claim("groups", null).build(), header()));
        assertRefused(sign(good().claim("groups", "admin").build(), header()));
    }

    @Test
    void tamperedTokenIsRefused() {
        String[] token = node.issuer.issue(ANN).split("\\.");
        String[] other =
                node.issuer
                        .issue(
                                new Identity(UUID.randomUUID(), "eve@example.test", Set.of("user"))
                                        .inSession(UUID.randomUUID()))
                        .split("\\.");
        assertRefused(token[0] + "." + other[1] + "." + token[2]);
        assertRefused(token[0] + "." + token[1] + "." + other[2]);
    }

    @Test
    void rubbishIsRefused() {
        for (String rubbish :
                List.of("", ".", "..", "a.b.c", "ey.ey.ey", "\0", "x".repeat(100_000))) {
            assertRefused(rubbish);
        }
        assertRefused(null);
    }

    @Test
    void olderKeyProvesItsTokensUntilItIsWithdrawn() {
        String old = node.issuer.issue(ANN);
        UsersDatabase.run(
                entities ->
                        entities.persist(
                                KeyPairs.create(
                                        new KeyCipher(UsersDatabase.SETTINGS.masterKeyBytes()),
                                        NOW.plusSeconds(10))));
        TokenFixture later = nodeAt(NOW.plusSeconds(20));
        assertThat(later.keys.ring().signer().kid()).isNotEqualTo(signer.kid());
        assertThat(later.verifier.verify(old)).isEqualTo(ANN);
        assertThat(node.keys.ring().signer().kid()).isEqualTo(signer.kid());

        UsersDatabase.execute(
                "UPDATE signing_key SET verifies_until = '2026-11-21T10:00:30Z' WHERE kid = '"
                        + signer.kid()
                        + "'");
        assertThatThrownBy(() -> nodeAt(NOW.plusSeconds(31)).verifier.verify(old))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> KeyRing.of(node.keys.table.load(NOW), new KeyCipher(other), NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("studio.master-key");
    }

    private static TokenFixture nodeAt(Instant now) {
        return new TokenFixture(UsersDatabase.SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(UsersDatabase.SETTINGS.issuer())
                .audience(UsersDatabase.SETTINGS.audience())
                .subject(ANN.userId().toString())
                .claim("upn", ANN.email())
                .claim("sid", ANN.sessionId().toString())
                .claim("groups", List.of("user", "admin"))
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))));
    }

    private JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(signer.kid())
                .build();
    }

    private String sign(JWTClaimsSet claims, JWSHeader header) {
        return sign(claims, header, new RSASSASigner(signer.key()));
    }

    private static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair foreignKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> node.verifier.verify(token))
                .isInstanceOf(TokenInvalidException.class);
    }
}
