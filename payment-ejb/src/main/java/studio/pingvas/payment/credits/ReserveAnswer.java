package studio.pingvas.payment.credits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.payment.SpendLimitReachedException;

/**
 * What the ledger says when credits are to be set aside.
 *
 * @param state null if it refuses
 * @param withinLimit whether it refuses because too little is available
 * @param resetsAt when the limit begins anew; null unless the limit is why it refuses
 */
record ReserveAnswer(
        HoldState state, long available, boolean withinLimit, long spent, Instant resetsAt) {
    static ReserveAnswer of(ResultSet row) throws SQLException {
        String state = row.getString("hold_state");
        OffsetDateTime resetsAt = row.getObject("resets_at", OffsetDateTime.class);
        return new ReserveAnswer(
                state == null ? null : HoldState.valueOf(state),
                row.getLong("available"),
                row.getBoolean("within_limit"),
                row.getLong("spent"),
                resetsAt == null ? null : resetsAt.toInstant());
    }

    /**
     * @param credits that were asked for
     * @return whether they are set aside
     */
    boolean isHeld(long credits, SpendLimit limit) {
        if (state != null) {
            return state == HoldState.HELD;
        }
        if (withinLimit) {
            throw new InsufficientCreditsException(credits, available);
        }
        throw new SpendLimitReachedException(limit.creditsPerDay(), spent, resetsAt);
    }
}
