package studio.pingvas.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The relay's side of the outbox. A claim is a lease and no lock: no transaction stays open while
 * the broker is asked, and the claim of a node that died runs out.
 */
final class WaitingEvents {
    private static final String CLAIM =
            """
            WITH next AS MATERIALIZED (
                SELECT id FROM outgoing_event
                WHERE claimed_until IS NULL OR claimed_until <= now()
                ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE outgoing_event e SET claimed_until = now() + interval '30 seconds'
            FROM next WHERE e.id = next.id
            RETURNING e.number, e.id, e.address, e.type, e.body
            """;
    private static final String REMOVE = "DELETE FROM outgoing_event WHERE id = ?";
    private static final String GIVE_BACK =
            "UPDATE outgoing_event SET claimed_until = NULL WHERE id = ?";

    private final DataSource database;

    WaitingEvents(DataSource database) {
        this.database = database;
    }

    private record Claimed(long number, OutgoingEvent event) {}

    /** The oldest events that nobody else sends now, in the order they were added. */
    List<OutgoingEvent> claim(int limit) throws SQLException {
        List<Claimed> claimed = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, limit);
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(
                            new Claimed(
                                    row.getLong("number"),
                                    new OutgoingEvent(
                                            row.getObject("id", UUID.class),
                                            row.getString("address"),
                                            row.getString("type"),
                                            row.getString("body"))));
                }
            }
        }
        return claimed.stream()
                .sorted(Comparator.comparingLong(Claimed::number))
                .map(Claimed::event)
                .toList();
    }

    void remove(OutgoingEvent event) throws SQLException {
        change(REMOVE, event);
    }

    void giveBack(OutgoingEvent event) throws SQLException {
        change(GIVE_BACK, event);
    }

    private void change(String sql, OutgoingEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            change.setObject(1, event.id());
            change.executeUpdate();
        }
    }
}
