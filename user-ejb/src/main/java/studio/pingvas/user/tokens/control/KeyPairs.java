package studio.pingvas.user.tokens.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.user.tokens.entity.SigningKey;

/** Makes signing keys. RSA, because a token is signed once and verified at every request. */
final class KeyPairs {
    private static final int BITS = 2048;

    private KeyPairs() {}

    static SigningKey create(KeyCipher cipher, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String kid = UUID.randomUUID().toString();
            RSAKey jwk =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .keyID(kid)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .build();
            return SigningKey.signingFrom(
                    signsFrom,
                    kid,
                    JWSAlgorithm.RS256.getName(),
                    jwk.toJSONString(),
                    cipher.seal(kid, pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No signing key can be made", e);
        }
    }
}
