package studio.pingvas.system.container;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The data sources of the modules, as the server gives them out. */
final class ModuleDatabases {
    static final List<String> SCHEMAS =
            List.of("users", "payments", "models", "generation", "gallery");

    private ModuleDatabases() {}

    static DataSource of(String schema) {
        return lookUp("jdbc/" + schema);
    }

    static DataSource ofOwner(String schema) {
        return lookUp("jdbc/" + schema + "-owner");
    }

    static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** First column of all rows, as text. */
    static List<String> column(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    private static DataSource lookUp(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
