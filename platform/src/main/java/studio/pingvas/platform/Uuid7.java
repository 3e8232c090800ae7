package studio.pingvas.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Time-ordered identifiers: UUID version 7 (RFC 9562, section 5.7). New rows land at the end of
 * their index, and lists ordered by id are ordered by time to the millisecond.
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private Uuid7() {}

    public static UUID create() {
        return create(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The identifier of part {@code index} of something that has one itself: always the same, so it
     * need not be stored.
     *
     * @param at when the whole was made
     */
    public static UUID derive(UUID whole, int index, Instant at) {
        byte[] name = (whole + ":" + index).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer digest = ByteBuffer.wrap(sha256(name));
        return create(at.toEpochMilli(), digest.getLong(), digest.getLong());
    }

    static UUID create(long epochMilliseconds, long randomA, long randomB) {
        long high = epochMilliseconds << 16 | VERSION_7 | randomA & 0x0FFFL;
        long low = VARIANT_RFC | randomB & 0x3FFF_FFFF_FFFF_FFFFL;
        return new UUID(high, low);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
