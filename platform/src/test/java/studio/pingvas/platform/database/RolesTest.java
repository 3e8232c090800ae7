package studio.pingvas.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A module's role reads and writes its own rows, and that is all it can do. */
class RolesTest {
    private static final TestDatabase GALLERY = TestDatabase.of("gallery");
    private static final TestDatabase MODELS = TestDatabase.of("models");

    @BeforeAll
    static void createTables() {
        GALLERY.execute("create table if not exists gallery.sample (id int)");
        MODELS.execute("create table if not exists models.sample (id int)");
    }

    @Test
    void aRoleWritesRowsOfItsOwnSchema() throws SQLException {
        run(GALLERY.role(), "insert into sample values (1)");
        assertThat(run(GALLERY.role(), "delete from gallery.sample")).isPositive();
    }

    @Test
    void aRoleCannotTouchAnotherSchema() {
        assertDenied(GALLERY.role(), "select * from models.sample");
        assertDenied(GALLERY.role(), "insert into models.sample values (1)");
    }

    @Test
    void aRoleCannotChangeTables() {
        assertDenied(GALLERY.role(), "create table gallery.other (id int)");
        assertDenied(GALLERY.role(), "create table public.other (id int)");
        assertDenied(GALLERY.role(), "truncate gallery.sample");
        assertThatThrownBy(() -> run(GALLERY.role(), "drop table gallery.sample"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void anOwnerIsConfinedToItsSchemaToo() {
        assertDenied(GALLERY.owner(), "create table models.other (id int)");
    }

    private static int run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void assertDenied(DataSource source, String sql) {
        assertThatThrownBy(
                        () -> {
                            try (Connection connection = source.getConnection();
                                    Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }
}
