package studio.pingvas.user.signin.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import studio.pingvas.user.UserSettings;

/**
 * The refresh token that follows a given one. It is computed from it under a key, so that two tabs
 * which refresh at the same moment get the same one, although the table has only its hash. Without
 * the key nobody comes from an old token to the one that is good now.
 */
@Dependent
public class SuccessorTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "successors of refresh tokens";

    @Inject UserSettings settings;

    String of(String token) {
        byte[] key = hmac(settings.masterKeyBytes(), PURPOSE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, token));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
