package studio.pingvas.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import studio.pingvas.launcher.Platform;

/** The truth behind the API, read as the superuser or as one of the roles. */
public final class Database {
    private Database() {}

    /** First column of all rows, as text. */
    public static List<String> column(String role, String sql, Object... values) {
        try (Connection connection = connect(role);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> column = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(column("postgres", sql, values).get(0));
    }

    /**
     * Takes locks and keeps them until it is closed: whoever needs the same rows waits.
     *
     * @param sql that takes them
     */
    public static AutoCloseable lock(String sql, Object... values) {
        try {
            Connection connection = connect("postgres");
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(String role) throws SQLException {
        Platform platform = RunningPlatform.platform();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + platform.ports().database() + "/studio",
                role,
                platform.databasePassword(role));
    }
}
