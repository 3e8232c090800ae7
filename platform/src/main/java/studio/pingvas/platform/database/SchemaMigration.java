package studio.pingvas.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings one module's schema up to date from {@code db/<schema>/V###__verb.sql}. */
public final class SchemaMigration {
    private SchemaMigration() {}

    /**
     * Safe to run on several nodes at once: Flyway holds a lock in the database.
     *
     * @param owner connects as the schema's owner, who alone may change tables
     * @param schema name of the schema and of the resource folder
     * @param resources class loader that sees the module's migrations
     * @return how many migrations were applied
     */
    public static int migrate(DataSource owner, String schema, ClassLoader resources) {
        return Flyway.configure(resources)
                .dataSource(owner)
                .schemas(schema)
                .createSchemas(false)
                .locations("classpath:db/" + schema)
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
