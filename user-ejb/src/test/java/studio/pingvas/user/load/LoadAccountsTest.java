package studio.pingvas.user.load;

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
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.LoadAccount;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.keys.KeysFixture;

class LoadAccountsTest {
    private static final UUID ADMIN = UUID.randomUUID();

    @BeforeEach
    void empty() {
        UsersDatabase.empty();
    }

    @Test
    void keyStandsForItsAccountAndEndsInADay() {
        LoadAccount opened = open(true, 2).get(1);

        Identity identity =
                UsersDatabase.inTransaction(
                        entities -> KeysFixture.keys(entities).identityOf(opened.apiKey()));

        assertThat(identity.userId()).isEqualTo(opened.userId());
        assertThat(identity.roles()).containsExactlyInAnyOrder("key-read", "key-generate");
        assertThat(
                        UsersDatabase.inTransaction(
                                        entities ->
                                                KeysFixture.table(entities).list(opened.userId()))
                                .get(0)
                                .expiresAt())
                .isBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void nobodyCanSignInToThem() {
        open(true, 1);

        assertThat(passwords()).isZero();
    }

    @Test
    void logSaysWhoOpenedThem() {
        open(true, 3);

        assertThat(
                        UsersDatabase.query(
                                "SELECT detail FROM security_event WHERE type = 'load-accounts'",
                                String.class))
                .isEqualTo("3 accounts were opened.");
    }

    @Test
    void withoutTheSettingThereIsNoSuchThing() {
        assertThatThrownBy(() -> open(false, 1)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void countHasBounds(int count) {
        assertThatThrownBy(() -> open(true, count)).isInstanceOf(InvalidRequestException.class);
    }

    private static List<LoadAccount> open(boolean allowed, int count) {
        return UsersDatabase.inTransaction(
                entities -> accounts(entities, allowed).open(count, ADMIN, "192.0.2.1"));
    }

    private static long passwords() {
        return UsersDatabase.query("SELECT count(password_hash) FROM account", Long.class);
    }

    private static JpaLoadAccounts accounts(EntityManager entities, boolean allowed) {
        JpaLoadAccounts accounts = new JpaLoadAccounts();
        accounts.entities = entities;
        accounts.keys = KeysFixture.table(entities);
        accounts.audit = AuditFixture.log(entities);
        accounts.allowed = allowed;
        return accounts;
    }
}
