package studio.pingvas.system.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
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
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;

/**
 * A token as the server gave it, with something changed. Signed by the platform's own key, which
 * takes its database and its master key, unless another way is asked for.
 */
final class ForgedToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ObjectNode header;
    private final ObjectNode claims;
    private final String kid;

    private ForgedToken(ObjectNode header, ObjectNode claims) {
        this.header = header;
        this.claims = claims;
        this.kid = header.get("kid").asText();
    }

    static ForgedToken of(Person person) {
        String[] parts = person.token().split("\\.");
        return new ForgedToken(parsed(parts[0]), parsed(parts[1]));
    }

    /** An hour too late. */
    static String expiredFor(Person person) {
        long anHourAgo = Instant.now().minusSeconds(3_600).getEpochSecond();
        return of(person).claim("iat", anHourAgo - 900).claim("exp", anHourAgo).signed();
    }

    /**
     * @param value null to leave it out
     */
    ForgedToken header(String name, Object value) {
        return with(header, name, value);
    }

    /**
     * @param value null to leave it out
     */
    ForgedToken claim(String name, Object value) {
        return with(claims, name, value);
    }

    String signed() {
        try {
            return signed(key(kid));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return content() + ".";
    }

    /** As if the published key were a secret that two share. */
    String authenticatedBy(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] code = mac.doFinal(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + encoded(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ForgedToken with(ObjectNode part, String name, Object value) {
        if (value == null) {
            part.remove(name);
        } else {
            part.set(name, JSON.<JsonNode>valueToTree(value));
        }
        return this;
    }

    private String content() {
        return encoded(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
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

    private static ObjectNode parsed(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
