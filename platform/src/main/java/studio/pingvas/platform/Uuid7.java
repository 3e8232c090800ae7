package studio.pingvas.platform;

import java.security.SecureRandom;
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

    static UUID create(long epochMilliseconds, long randomA, long randomB) {
        long high = epochMilliseconds << 16 | VERSION_7 | randomA & 0x0FFFL;
        long low = VARIANT_RFC | randomB & 0x3FFF_FFFF_FFFF_FFFFL;
        return new UUID(high, low);
    }
}
