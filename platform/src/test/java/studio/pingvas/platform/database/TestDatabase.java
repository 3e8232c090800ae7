package studio.pingvas.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests of one module: schemas and roles as in production, the module's
 * migrations applied. One server serves all test classes of a JVM.
 */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();

    private final String schema;

    private TestDatabase(String schema) {
        this.schema = schema;
    }

    /** Migrated by what lies under {@code db/<schema>} on the class path. */
    public static TestDatabase of(String schema) {
        TestDatabase database = new TestDatabase(schema);
        SchemaMigration.migrate(database.owner(), schema, TestDatabase.class.getClassLoader());
        return database;
    }

    /** Connects as the role that only migrations use. */
    public DataSource owner() {
        return connectAs(schema + "_owner");
    }

    /** Connects as the role of the running code. */
    public DataSource role() {
        return connectAs(schema);
    }

    /** The persistence unit on this database, with local transactions instead of the server's. */
    public EntityManagerFactory persistence(String unit) {
        return Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        // By address, because the provider then keeps its connections open.
                        "jakarta.persistence.jdbc.url",
                        connectAs(schema).getUrl(),
                        "jakarta.persistence.jdbc.user",
                        schema,
                        "eclipselink.weaving",
                        "false"));
    }

    public void execute(String sql) {
        runAs(owner(), sql);
    }

    private static PGSimpleDataSource connectAs(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {SERVER.getPort()});
        source.setDatabaseName("postgres");
        source.setUser(user);
        return source;
    }

    private static EmbeddedPostgres start() {
        try (InputStream sql =
                TestDatabase.class.getResourceAsStream("/database/schemas-and-roles.sql")) {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .start();
            runAs(
                    server.getPostgresDatabase(),
                    new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void runAs(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
