package studio.pingvas.user;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import studio.pingvas.platform.database.SchemaMigration;

/** Brings the schema {@code users} up to date before anything else of the module starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class UserMigration {
    @Resource(lookup = "jdbc/users-owner")
    DataSource owner;

    @PostConstruct
    void migrate() {
        SchemaMigration.migrate(owner, "users", getClass().getClassLoader());
    }
}
