package studio.pingvas.platform.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code scheduled_task} of a module's schema. The database's clock counts, and each
 * change is one statement, so nodes need not know of each other.
 *
 * @param database the module's own; outside of a transaction, so that each statement commits
 */
record ScheduledTaskTable(DataSource database) {
    private static final String COLUMNS =
            "name, started_at, finished_at, succeeded, result, node, next_due_at";

    /** The right to run a task; a later one ends it. */
    record Claim(long run) {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Instant now() {
        return query(row -> instant(row, "now"), "SELECT now() AS now").get(0);
    }

    /** Makes a task known, or brings it forward if its schedule has become denser. */
    void expect(String name, Instant nextDueAt) {
        update(
                """
                INSERT INTO scheduled_task (name, next_due_at) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE
                SET next_due_at = least(scheduled_task.next_due_at, excluded.next_due_at)
                """,
                name,
                nextDueAt.atOffset(ZoneOffset.UTC));
    }

    /** Only one caller gets it, until it finishes or its lease ends. */
    Optional<Claim> claim(String name, boolean onlyIfDue, String node, Duration lease) {
        return query(
                        row -> new Claim(row.getLong("runs")),
                        """
                        UPDATE scheduled_task SET
                            runs = runs + 1, started_at = now(), finished_at = NULL,
                            result = NULL, node = ?,
                            lease_until = now() + ? * interval '1 second'
                        WHERE name = ? AND (next_due_at <= now() OR NOT ?)
                            AND (lease_until IS NULL OR lease_until <= now())
                        RETURNING runs
                        """,
                        node,
                        lease.toSeconds(),
                        name,
                        onlyIfDue)
                .stream()
                .findFirst();
    }

    /**
     * @return false if another node has taken the task over
     */
    boolean finish(String name, Claim claim, boolean succeeded, String result, Instant nextDueAt) {
        return update(
                        """
                        UPDATE scheduled_task SET
                            finished_at = now(), lease_until = NULL, succeeded = ?, result = ?,
                            next_due_at = ?
                        WHERE name = ? AND runs = ?
                        """,
                        succeeded,
                        result,
                        nextDueAt.atOffset(ZoneOffset.UTC),
                        name,
                        claim.run())
                == 1;
    }

    List<TaskState> states() {
        return query(
                ScheduledTaskTable::stateOf,
                "SELECT " + COLUMNS + " FROM scheduled_task ORDER BY name");
    }

    private static TaskState stateOf(ResultSet row) throws SQLException {
        return new TaskState(
                row.getString("name"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getBoolean("succeeded"),
                row.getString("result"),
                row.getString("node"),
                instant(row, "next_due_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> List<T> query(RowReader<T> reader, String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The tasks by the clock cannot be read", e);
        }
    }

    private int update(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The tasks by the clock cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
