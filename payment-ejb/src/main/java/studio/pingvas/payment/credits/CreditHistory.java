package studio.pingvas.payment.credits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.CreditHistoryPage;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;

/**
 * The transfers of a user as the user sees them: what moves between own accounts is not shown. A
 * debt is: it changes the balance by nothing yet, but explains what is taken later.
 */
record CreditHistory(Books books) {
    private static final int MOST_ENTRIES = 100;

    private record Line(long number, Entry entry) {}

    CreditHistoryPage page(UUID userId, String cursor, int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new InvalidRequestException(
                    "/limit", "Must be from {0} to {1}.", 1, MOST_ENTRIES);
        }
        HistoryCursor after = cursor == null ? HistoryCursor.START : HistoryCursor.decode(cursor);
        // One more than asked for tells whether there is a next page.
        List<Line> lines =
                books.list(
                        CreditHistory::read,
                        """
                        SELECT number, id, change, type, job_id, description, created_at,
                               balance_after
                        FROM transfer
                        WHERE user_id = ? AND number < ? AND (change <> 0 OR source = 'debt')
                        ORDER BY number DESC LIMIT ?
                        """,
                        userId,
                        after.number(),
                        limit + 1);
        boolean last = lines.size() <= limit;
        List<Line> shown = last ? lines : lines.subList(0, limit);
        return new CreditHistoryPage(
                shown.stream().map(Line::entry).toList(),
                last ? null : new HistoryCursor(shown.get(limit - 1).number()).encode());
    }

    private static Line read(ResultSet row) throws SQLException {
        Entry entry =
                new Entry(
                        row.getObject("id", UUID.class),
                        row.getLong("change"),
                        row.getString("type"),
                        row.getObject("job_id", UUID.class),
                        row.getString("description"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getLong("balance_after"));
        return new Line(row.getLong("number"), entry);
    }
}
