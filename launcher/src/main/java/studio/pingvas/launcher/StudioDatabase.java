package studio.pingvas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database with the schemas and roles of the modules, each role with its own password. */
final class StudioDatabase {
    static final String NAME = "studio";
    static final String SUPERUSER = "postgres";
    static final List<String> MODULES =
            List.of("users", "payments", "models", "generation", "gallery");

    private final Ports ports;
    private final Secrets secrets;

    StudioDatabase(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    static List<String> roles() {
        return MODULES.stream().flatMap(name -> List.of(name, name + "_owner").stream()).toList();
    }

    boolean answers() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** At every start, so that one that was killed half-way is made good. */
    void prepare() {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new PlatformException("The database cannot be made: " + e.getMessage(), e);
        }
        try (Connection connection = connect(NAME);
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/postgres/schemas-and-roles.sql"));
            for (String role : roles()) {
                // Random passwords hold no quotes; the statement takes no parameters.
                String password = secrets.password(Secrets.ofDatabaseRole(role));
                statement.execute("ALTER ROLE " + role + " PASSWORD '" + password + "'");
            }
        } catch (SQLException e) {
            throw new PlatformException("The roles cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            return found.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Ports.HOST + ":" + ports.database() + "/" + database,
                SUPERUSER,
                secrets.password(Secrets.POSTGRES));
    }

    private static String resource(String name) {
        try (InputStream content = StudioDatabase.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
