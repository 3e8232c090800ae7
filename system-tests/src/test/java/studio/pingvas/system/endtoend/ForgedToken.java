package studio.pingvas.system.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;

/** Signed by the platform's own key, which takes its database and its master key. */
final class ForgedToken {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private ForgedToken() {}

    /** A token as the server gave it, but an hour too late. */
    static String expiredFor(Person person) {
        String[] parts = person.token().split("\\.");
        try {
            ObjectMapper json = new ObjectMapper();
            String kid = json.readTree(decoded(parts[0])).get("kid").asText();
            ObjectNode claims = (ObjectNode) json.readTree(decoded(parts[1]));
            long anHourAgo = Instant.now().minusSeconds(3_600).getEpochSecond();
            claims.put("iat", anHourAgo - 900).put("exp", anHourAgo);
            String signed = parts[0] + "." + encoded(json.writeValueAsBytes(claims));
            return signed + "." + encoded(signature(signed, key(kid)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String kid) throws IOException, GeneralSecurityException {
        String masterKey = Files.readString(RunningPlatform.data().resolve("secrets/master-key"));
        byte[] sealed =
                HexFormat.of()
                        .parseHex(
                                Database.column(
                                                "users",
                                                "SELECT encode(private_key, 'hex')"
                                                        + " FROM users.signing_key WHERE kid = ?",
                                                kid)
                                        .get(0));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(masterKey.strip()), "AES"),
                new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(
                                cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES)));
    }

    private static byte[] signature(String text, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
