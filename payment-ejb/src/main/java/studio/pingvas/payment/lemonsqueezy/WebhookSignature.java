package studio.pingvas.payment.lemonsqueezy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the gateway's reports from everybody else's. */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern LOWER_CASE_HEX = Pattern.compile("[0-9a-f]{64}");

    private final List<String> secrets;

    /**
     * @param secrets that are good now: while one is changed, the old one and the new one
     */
    WebhookSignature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    boolean fits(byte[] body, String signature) {
        if (signature == null || !LOWER_CASE_HEX.matcher(signature).matches()) {
            return false;
        }
        byte[] told = HexFormat.of().parseHex(signature);
        boolean fits = false;
        for (String secret : secrets) {
            fits |= MessageDigest.isEqual(sign(secret, body), told);
        }
        return fits;
    }

    private static byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
