package studio.pingvas.user.tokens.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.user.tokens.entity.SigningKey;

/**
 * The keys as they were at one moment.
 *
 * @param signer signs new tokens
 * @param verifiers prove tokens, by kid
 * @param publicKeys the set that is published
 * @param loadedAt when they were read
 */
record KeyRing(
        Signer signer, Map<String, RSAPublicKey> verifiers, String publicKeys, Instant loadedAt) {
    record Signer(String kid, RSAPrivateKey key) {}

    /**
     * @param keys newest first, at least one of which signs
     */
    static KeyRing of(List<SigningKey> keys, KeyCipher cipher, Instant now) {
        try {
            Map<String, RSAPublicKey> verifiers = new HashMap<>();
            List<JWK> published = new ArrayList<>();
            for (SigningKey key : keys) {
                if (key.verifiesAt(now)) {
                    RSAKey jwk = RSAKey.parse(key.publicJwk());
                    verifiers.put(key.kid(), jwk.toRSAPublicKey());
                    published.add(jwk);
                }
            }
            SigningKey newest =
                    keys.stream().filter(key -> key.signsAt(now)).findFirst().orElseThrow();
            return new KeyRing(
                    signerOf(newest, cipher),
                    Map.copyOf(verifiers),
                    new JWKSet(published).toString(true),
                    now);
        } catch (GeneralSecurityException | ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "The signing keys cannot be used; is studio.master-key the one they were"
                            + " made with?",
                    e);
        }
    }

    Optional<RSAPublicKey> verifier(String kid) {
        return Optional.ofNullable(verifiers.get(kid));
    }

    private static Signer signerOf(SigningKey key, KeyCipher cipher)
            throws GeneralSecurityException {
        byte[] encoded = cipher.open(key.kid(), key.privateKey());
        var secret =
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        return new Signer(key.kid(), (RSAPrivateKey) secret);
    }
}
