package studio.pingvas.system.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.database.SchemaMigration;

class SchemasInContainerIT extends InContainerTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Test
    void everyModuleHasMigratedItsSchemaOnce() throws SQLException {
        for (String schema : ModuleDatabases.SCHEMAS) {
            String history = "SELECT %s FROM " + schema + ".flyway_schema_history";
            List<String> versions =
                    ModuleDatabases.column(
                            ModuleDatabases.ofOwner(schema),
                            history.formatted("version")
                                    + " WHERE success AND version IS NOT NULL");
            assertThat(versions).as(schema).isNotEmpty().doesNotHaveDuplicates();
            assertThat(
                            ModuleDatabases.column(
                                    ModuleDatabases.ofOwner(schema),
                                    history.formatted("version") + " WHERE NOT success"))
                    .as(schema)
                    .isEmpty();
            assertThat(
                            SchemaMigration.migrate(
                                    ModuleDatabases.ofOwner(schema),
                                    schema,
                                    Thread.currentThread().getContextClassLoader()))
                    .as(schema)
                    .isZero();
        }
    }

    @Test
    void dataSourceOfAModuleLeadsToItsOwnRole() throws SQLException {
        for (String schema : ModuleDatabases.SCHEMAS) {
            assertThat(ModuleDatabases.column(ModuleDatabases.of(schema), "SELECT current_user"))
                    .containsExactly(schema);
            assertThat(
                            ModuleDatabases.column(
                                    ModuleDatabases.ofOwner(schema), "SELECT current_user"))
                    .containsExactly(schema + "_owner");
        }
    }

    @Test
    void roleOfAModuleReachesNoTableOfAnotherModule() throws SQLException {
        for (String owner : ModuleDatabases.SCHEMAS) {
            List<String> tables = tablesOf(owner);
            assertThat(tables).as(owner).isNotEmpty();
            for (String other : ModuleDatabases.SCHEMAS) {
                if (!other.equals(owner)) {
                    tables.forEach(table -> assertOutOfReach(other, owner + "." + table));
                }
            }
        }
    }

    @Test
    void roleOfAModuleChangesNoTablesOfItsOwn() throws SQLException {
        for (String schema : ModuleDatabases.SCHEMAS) {
            String table = schema + "." + tablesOf(schema).get(0);
            assertRefused(schema, "DROP TABLE " + table);
            assertRefused(schema, "CREATE TABLE " + schema + ".intruder (id int)");
        }
    }

    @Test
    void ledgerAndHistoryCannotBeRewritten() {
        assertRefused("payments", "UPDATE payments.transfer SET amount = 1");
        assertRefused("payments", "DELETE FROM payments.transfer");
        assertRefused("payments", "UPDATE payments.credit_account SET plan = 1");
        assertRefused("generation", "DELETE FROM generation.job_event");
        assertRefused("generation", "UPDATE generation.job_event SET seq = 1");
    }

    private static List<String> tablesOf(String schema) throws SQLException {
        return ModuleDatabases.column(
                ModuleDatabases.ofOwner(schema),
                "SELECT tablename FROM pg_tables WHERE schemaname = '" + schema + "'");
    }

    private static void assertOutOfReach(String role, String table) {
        assertRefused(role, "SELECT * FROM " + table);
        assertRefused(role, "INSERT INTO " + table + " DEFAULT VALUES");
        assertRefused(role, "DELETE FROM " + table);
    }

    private static void assertRefused(String role, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .as(role + ": " + sql)
                .isThrownBy(() -> ModuleDatabases.execute(ModuleDatabases.of(role), sql))
                .satisfies(
                        refusal ->
                                assertThat(refusal.getSQLState())
                                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
}
