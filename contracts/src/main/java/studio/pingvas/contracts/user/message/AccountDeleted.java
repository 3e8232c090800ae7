package studio.pingvas.contracts.user.message;

import java.time.Instant;
import java.util.UUID;

/**
 * An account is gone, and all that belongs to the person goes with it. The id is not given again:
 * what is kept under it, as the ledger is, leads to nobody.
 *
 * @param version of this message, {@link #VERSION}
 * @param userId the account that was
 * @param at when
 */
public record AccountDeleted(int version, UUID userId, Instant at) {
    public static final int VERSION = 1;
}
