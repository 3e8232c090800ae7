package studio.pingvas.payment.credits;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What became of the credits that were set aside for a job. */
record Hold(HoldState state, long reserved, long charged) {
    static Hold of(ResultSet row) throws SQLException {
        return new Hold(
                HoldState.valueOf(row.getString("state")),
                row.getLong("plan") + row.getLong("purchased"),
                row.getLong("charged"));
    }
}
