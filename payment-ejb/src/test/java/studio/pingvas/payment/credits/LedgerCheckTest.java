package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.LedgerReport;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Whoever owns the tables can falsify the books; the checker sees it. */
class LedgerCheckTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID settled = Uuid7.create();
    private final UUID released = Uuid7.create();
    private final UUID open = Uuid7.create();
    private final UUID debtor = Uuid7.create();
    private final UUID returned = Uuid7.create();
    private final UUID expired = Uuid7.create();

    @BeforeEach
    void aUserWithEveryKindOfTransfer() {
        ledger.grant(user, CreditBucket.PURCHASED, 500, "order:" + user, "Credit pack");
        ledger.reserve(user, settled, 1_200);
        ledger.settle(settled, 900);
        ledger.reserve(user, released, 200);
        ledger.release(released);
        ledger.reserve(user, open, 50);
        ledger.reserve(debtor, returned, 10);
        ledger.release(returned);
        ledger.reserve(debtor, expired, 10);
        ledger.expirePlan(debtor, "end:" + debtor, "");
        ledger.release(expired);
        ledger.takeBack(debtor, CreditBucket.PLAN, 70, "refund:" + debtor, "");
    }

    @Test
    void rightBooksHaveNoProblems() {
        LedgerReport report = ledger.check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.accounts()).isPositive();
        assertThat(report.transfers()).isGreaterThan(report.accounts());
    }

    @ParameterizedTest
    @MethodSource("falsifications")
    void aFalsifiedRowIsReported(String falsification, String problem) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(named(falsification));
            LedgerReport report = Ledgers.on(Connections.only(connection)).check();
            connection.rollback();

            assertThat(report.problems())
                    .anySatisfy(sentence -> assertThat(sentence).contains(named(problem)));
        }
        assertThat(ledger.check().problems()).as("after the rollback").isEmpty();
    }

    static Stream<Arguments> falsifications() {
        return Stream.of(
                arguments(
                        "update credit_account set plan = plan + 1 where user_id = '$user'",
                        "The postings of all accounts sum to 1"),
                arguments(
                        "update credit_account set plan = plan + 1 where user_id = '$user'",
                        "Account plan of user $user has a balance of 51"),
                arguments(
                        "update credit_account set purchased = purchased - 1 where user_id ="
                                + " '$user'",
                        "Account purchased of user $user has a balance"),
                arguments(
                        "update credit_account set held = held + 1 where user_id = '$user'",
                        "Account held of user $user has a balance"),
                arguments(
                        "update credit_account set plan = plan - 1, held = held + 1 where "
                                + "user_id = '$user'",
                        "User $user has 51 credits held, the open holds make 50"),
                arguments(
                        "update credit_account set transfers = transfers + 1 where user_id ="
                                + " '$user'",
                        "the account counts"),
                arguments(
                        "alter domain natural_credits drop constraint natural_credits_check; "
                                + "update credit_account set plan = -1 where user_id = '$user'",
                        "Account plan of user $user is below zero: -1"),
                arguments(
                        "alter table transfer drop constraint transfer_user_id_fkey; alter table"
                            + " hold drop constraint hold_user_id_fkey; delete from credit_account"
                            + " where user_id = '$user'",
                        "Transfers name user $user, who has no account"),
                arguments(
                        "update transfer set amount = amount + 1 where key = 'order:$user'",
                        "Account purchased of user $user has a balance of 500, its postings make"
                                + " 501"),
                arguments(
                        "alter domain positive_credits drop constraint positive_credits_check;"
                                + " update transfer set amount = 0 where key = 'order:$user'",
                        "A transfer of user $user moves 0 credits"),
                arguments(
                        "update transfer set balance_after = balance_after + 1 where key = "
                                + "'charge:$settled'",
                        "leaves a balance of 601, the one before makes it 600"),
                arguments(
                        "delete from transfer where job_id = '$released'; delete from hold where "
                                + "job_id = '$released'",
                        "User $user has 8 transfers numbered to 12"),
                arguments(
                        "delete from transfer where key = 'charge:$settled'",
                        "The hold of job $settled charges something else"),
                arguments(
                        "update transfer set source = 'purchased' where key = 'reserve:$open:plan'",
                        "The hold of job $open sets other amounts aside"),
                arguments(
                        "update transfer set target = 'plan' where key ="
                                + " 'return:$settled:purchased'",
                        "The hold of job $settled returns 0 purchased credits instead of 200"),
                arguments(
                        "update hold set state = 'RELEASED', ended_at = now() where job_id ="
                                + " '$open'",
                        "The hold of job $open is RELEASED and must have returned 50 credits, "
                                + "its transfers return 0"),
                arguments(
                        "update hold set state = 'HELD', charged = 0, ended_at = null where "
                                + "job_id = '$settled'",
                        "The hold of job $settled is HELD and must have returned 0 credits"),
                arguments(
                        "update hold set charged = charged + 1 where job_id = '$settled'",
                        "The hold of job $settled charges something else"),
                arguments(
                        "update hold set plan = plan + 1 where job_id = '$open'",
                        "The hold of job $open sets other amounts aside"),
                arguments(
                        "delete from hold where job_id = '$released'",
                        "Transfers name job $released, which has no hold"),
                arguments(
                        "insert into hold (job_id, user_id, plan, purchased) values "
                                + "(gen_random_uuid(), '$user', 5, 0)",
                        "User $user has 50 credits held, the open holds make 55"),
                arguments(
                        "update transfer set balance_after = balance_after + 1 where user_id ="
                                + " '$user' and number in (2, 3)",
                        "Transfer 2 of user $user leaves a balance of 1501, the one before makes"
                                + " it 1500"),
                arguments(
                        "update transfer set target = 'revenue' where key ="
                                + " 'return:$settled:plan'",
                        "Transfers of job $settled do something twice"),
                arguments(
                        "update credit_account set debt = debt - 1 where user_id = '$debtor'",
                        "Account debt of user $debtor has a balance of 69, its postings make 70"),
                arguments(
                        "update credit_account set plan = plan + 1 where user_id = '$debtor'",
                        "User $debtor owes 70 credits and has 1"),
                arguments(
                        "delete from transfer where key = 'refund:$debtor:debt'",
                        "Account debt of user $debtor has a balance of 70, its postings make 0"),
                arguments(
                        "delete from plan_period where user_id = '$debtor'",
                        "User $debtor has 0 periods numbered to 0, the account counts 1"),
                arguments(
                        "delete from plan_period where user_id = '$debtor'",
                        "Plan credits held for job $expired expired though their period was not"
                                + " over"),
                arguments(
                        "update plan_period set transfers = 1 where user_id = '$debtor'",
                        "The hold of job $returned returned plan credits though their period was"
                                + " over"),
                arguments(
                        "update transfer set target = 'plan' where job_id = '$expired' and target ="
                                + " 'expired'",
                        "The hold of job $expired returned plan credits though their period was"
                                + " over"));
    }

    private String named(String text) {
        return text.replace("$user", user.toString())
                .replace("$settled", settled.toString())
                .replace("$released", released.toString())
                .replace("$open", open.toString())
                .replace("$debtor", debtor.toString())
                .replace("$returned", returned.toString())
                .replace("$expired", expired.toString());
    }
}
