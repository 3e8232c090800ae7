package studio.pingvas.system.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import studio.pingvas.launcher.Platform;

/** The database behind the platform, seen by its superuser. */
final class Truth implements AutoCloseable {
    private final Connection connection;

    Truth(Platform platform) throws SQLException {
        connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + platform.ports().database() + "/studio",
                        "postgres",
                        platform.databasePassword("postgres"));
    }

    long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String text(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Each takes a number only if it has written: readers cost no write to the disk. */
    long commits() {
        return number("select (pg_current_xact_id()::text::bigint)");
    }

    long transactions() {
        return number(
                "select sum(xact_commit) from pg_stat_database where datname = current_database()");
    }

    /** Of jobs of everybody, ever. */
    long dispatches() {
        return number("select sum(dispatched) from generation.tier_line");
    }

    long unfinishedJobs() {
        return number(
                "select count(*) from generation.job"
                        + " where status in ('QUEUED', 'DISPATCHED', 'RUNNING')");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
