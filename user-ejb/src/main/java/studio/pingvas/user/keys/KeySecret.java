package studio.pingvas.user.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of a key: {@code psk_}, 256 random bits in 43 digits and letters, and a checksum of 6.
 * The beginning lets scanners find keys that lie about; the checksum tells a mistyped key, and most
 * of what was never one, without a look into the table.
 */
public final class KeySecret {
    static final int PREFIX_LENGTH = 12;

    private static final String BEGINNING = "psk_";
    private static final Pattern FORM = Pattern.compile("psk_[0-9A-Za-z]{49}");
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;

    private KeySecret() {}

    static String create() {
        String random = BEGINNING + base62(new BigInteger(BITS, RANDOM), RANDOM_DIGITS);
        return random + checksumOf(random);
    }

    /** Whether a bearer token means to be a key, so that nothing else needs to look at it. */
    public static boolean isMeant(String token) {
        return token.startsWith(BEGINNING);
    }

    static boolean isWellFormed(String token) {
        if (!FORM.matcher(token).matches()) {
            return false;
        }
        int end = token.length() - CHECK_DIGITS;
        return checksumOf(token.substring(0, end)).equals(token.substring(end));
    }

    static String prefixOf(String secret) {
        return secret.substring(0, PREFIX_LENGTH);
    }

    private static String checksumOf(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(checksum.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < digits; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
