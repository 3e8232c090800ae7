package studio.pingvas.user.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.control.AccountDeletionFixture;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.sessions.SessionFixture;

class HousekeepingTest {
    private final UUID ann = UUID.randomUUID();
    private final UnverifiedAccountsTask task = new UnverifiedAccountsTask();

    @BeforeEach
    void openAnAccountTwoDaysAgo() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities ->
                        entities.persist(
                                Account.open(
                                        ann,
                                        "ann@example.test",
                                        "h",
                                        "Ann",
                                        Instant.now().minus(Duration.ofDays(2)))));
        task.accounts = new TransactionalAccounts();
    }

    @Test
    void abandonedAccountIsDeletedAsByItsOwner() {
        assertThat(task.run()).startsWith("1 accounts");
        assertThat(count("account")).isZero();
        assertThat(count("outgoing_event")).as("other modules are told").isEqualTo(1);
        assertThat(task.run()).startsWith("0 accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE account SET email_verified = true",
                "UPDATE account SET created_at = now() - interval '23 hours'",
                "UPDATE account SET last_login_at = now() - interval '23 hours'",
                "UPDATE account SET roles = 'admin,user'",
                "UPDATE account SET tier = 'pro'",
                "UPDATE account SET password_hash = NULL",
                "INSERT INTO linked_identity (id, account_id, issuer, subject, provider)"
                        + " SELECT gen_random_uuid(), id, 'i', 's', 'p' FROM account"
            })
    void whoeverVerifiedOrUsesItOrHasAnotherWayInStays(String sql) {
        UsersDatabase.execute(sql);
        assertThat(task.run()).startsWith("0 accounts");
        assertThat(count("account")).isEqualTo(1);
    }

    @Test
    void accountInUseStays() {
        SessionFixture.table().open(ann, Kind.API, SessionFixture.DEVICE);
        assertThat(task.run()).startsWith("0 accounts");
    }

    @Test
    void accountThatWasVerifiedInTheMeantimeStays() {
        assertThat(task.accounts.someAbandoned()).containsExactly(ann);
        UsersDatabase.execute("UPDATE account SET email_verified = true");
        assertThat(task.accounts.delete(ann)).isFalse();
        assertThat(count("account")).isEqualTo(1);
    }

    @Test
    void lessThanAnHourIsNoTimeToVerify() {
        assertThatThrownBy(() -> new HousekeepingSettings(Duration.ofMinutes(59)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long count(String table) {
        return UsersDatabase.query("SELECT count(*) FROM " + table, Long.class);
    }

    private static final class TransactionalAccounts extends UnverifiedAccounts {
        @Override
        public List<UUID> someAbandoned() {
            return UsersDatabase.inTransaction(entities -> on(entities).someAbandoned());
        }

        @Override
        public boolean delete(UUID accountId) {
            return UsersDatabase.inTransaction(entities -> on(entities).delete(accountId));
        }

        private static UnverifiedAccounts on(EntityManager entities) {
            UnverifiedAccounts accounts = new UnverifiedAccounts();
            accounts.entities = entities;
            accounts.settings = new HousekeepingSettings(Duration.ofHours(24));
            accounts.deletion = AccountDeletionFixture.deletion(entities);
            return accounts;
        }
    }
}
