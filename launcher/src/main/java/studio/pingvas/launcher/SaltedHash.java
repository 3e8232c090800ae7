package studio.pingvas.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The form in which Payara's {@code admin-keyfile} keeps a password. */
final class SaltedHash {
    private static final int SALT_BYTES = 8;
    private static final int ROUNDS = 100;

    private SaltedHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(password, salt);
    }

    static String of(String password, byte[] salt) {
        byte[] hash = join(password.getBytes(StandardCharsets.UTF_8), salt);
        MessageDigest digest = sha256();
        for (int round = 0; round < ROUNDS; round++) {
            hash = digest.digest(hash);
        }
        return "{SSHA256}" + Base64.getEncoder().encodeToString(join(hash, salt));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
