package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** The running code cannot touch the books but by the operations of the ledger. */
class LedgerPrivilegesTest {
    private static final DataSource ROLE = TestDatabase.of("payments").role();

    @BeforeAll
    static void aUserWithAHold() {
        UUID user = Uuid7.create();
        Ledgers.on(ROLE).reserve(user, Uuid7.create(), 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer set amount = amount + 1",
                "delete from transfer",
                "truncate transfer",
                "insert into transfer (user_id, number, key, source, target, amount,"
                        + " balance_after, type, description) select user_id, 99, 'mine',"
                        + " 'granted', 'plan', 5, 5, 'gift', '' from credit_account limit 1",
                "update credit_account set plan = plan + 1",
                "insert into credit_account (user_id, plan) values (gen_random_uuid(), 1000)",
                "delete from credit_account",
                "update hold set state = 'RELEASED', ended_at = now()",
                "insert into hold (job_id, user_id, plan, purchased)"
                        + " select gen_random_uuid(), user_id, 1, 0 from credit_account limit 1",
                "delete from hold",
                "insert into plan_period (user_id, number, key, transfers)"
                        + " select user_id, 1, 'mine', 0 from credit_account limit 1",
                "update plan_period set transfers = 0",
                "delete from plan_period",
                "select pay_debt(user_id, 'mine') from credit_account limit 1",
                "select post(user_id, 'mine', 'granted', 'plan', 5, 'gift', null, '')"
                        + " from credit_account limit 1"
            })
    void theRoleCannot(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = ROLE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
