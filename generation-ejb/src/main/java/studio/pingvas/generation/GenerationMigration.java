package studio.pingvas.generation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import studio.pingvas.platform.database.SchemaMigration;

/** Brings the schema up to date before anything of this module runs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class GenerationMigration {
    @Resource(lookup = "jdbc/generation-owner")
    DataSource owner;

    @PostConstruct
    void migrate() {
        SchemaMigration.migrate(owner, "generation", getClass().getClassLoader());
    }
}
