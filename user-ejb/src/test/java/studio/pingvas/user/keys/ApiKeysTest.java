package studio.pingvas.user.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.ApiKeyView;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.IssuedApiKey;
import studio.pingvas.contracts.user.NewApiKey;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;

class ApiKeysTest {
    private static final NewApiKey READ =
            new NewApiKey(" My script ", Set.of(ApiScope.READ), 500L, null);

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final JpaApiKeys keys = node();

    @BeforeEach
    void openAccounts() {
        UsersDatabase.empty();
        openAccount(ann, "ann@example.test", "user");
        openAccount(bob, "bob@example.test", "admin,user");
    }

    @Test
    void freshKeyStandsForItsOwnerAndItsScopesOnly() {
        IssuedApiKey issued = keys.create(ann, READ);
        Identity identity = keys.good.identityOf(issued.secret());
        assertThat(identity.userId()).isEqualTo(ann);
        assertThat(identity.roles()).containsExactly("key-read");
        assertThat(identity.sessionId()).isNull();
        assertThat(identity.apiKey().keyId()).isEqualTo(issued.key().id());
        assertThat(identity.apiKey().creditsPerDay()).isEqualTo(500);
    }

    @Test
    void listShowsWhatTheOwnerChoseAndNeverTheSecret() {
        Instant end = Instant.now().plusSeconds(3600);
        IssuedApiKey first = keys.create(ann, READ);
        IssuedApiKey second =
                keys.create(
                        ann,
                        new NewApiKey("CI", Set.of(ApiScope.READ, ApiScope.GENERATE), null, end));
        List<ApiKeyView> shown = keys.list(ann);
        assertThat(shown).containsExactly(second.key(), first.key());
        assertThat(shown.get(1).name()).isEqualTo("My script");
        assertThat(shown.get(0).scopes())
                .containsExactlyInAnyOrder(ApiScope.READ, ApiScope.GENERATE);
        assertThat(shown.get(0).expiresAt()).isBetween(end.minusMillis(1), end.plusMillis(1));
        assertThat(first.secret()).startsWith(shown.get(1).prefix());
        assertThat(first + shown.toString()).doesNotContain(first.secret());
        assertThat(keys.list(bob)).isEmpty();
    }

    @Test
    void tableHoldsNoKeyThatOpensAnything() {
        IssuedApiKey issued = keys.create(ann, READ);
        assertThat(UsersDatabase.query("SELECT api_key::text FROM api_key", String.class))
                .doesNotContain(issued.secret());
    }

    @Test
    void revokedKeyIsRefusedAtOnceHereAndForItsOwnerAlone() {
        IssuedApiKey issued = keys.create(ann, READ);
        keys.good.identityOf(issued.secret());
        assertThatThrownBy(() -> keys.revoke(bob, issued.key().id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(keys.good.identityOf(issued.secret())).isNotNull();
        keys.revoke(ann, issued.key().id());
        assertRefused(keys, issued.secret());
        assertThatThrownBy(() -> keys.revoke(ann, issued.key().id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void expiredKeyIsRefused() {
        IssuedApiKey issued = keys.create(ann, READ);
        UsersDatabase.execute("UPDATE api_key SET expires_at = now()");
        assertRefused(node(), issued.secret());
    }

    @Test
    void keyOfADeletedAccountIsRefused() {
        IssuedApiKey issued = keys.create(ann, READ);
        UsersDatabase.execute("DELETE FROM account WHERE id = '" + ann + "'");
        assertRefused(node(), issued.secret());
    }

    @Test
    void keyOfAFormerAdministratorIsNoneEither() {
        IssuedApiKey issued =
                keys.create(
                        bob,
                        new NewApiKey("CI", Set.of(ApiScope.ADMIN, ApiScope.READ), null, null));
        assertThat(node().good.identityOf(issued.secret()).roles())
                .containsExactlyInAnyOrder("key-admin", "key-read");
        UsersDatabase.execute("UPDATE account SET roles = 'user'");
        assertThat(node().good.identityOf(issued.secret()).roles()).containsExactly("key-read");
    }

    @Test
    void openSocketsLearnWhichKeysAreGood() {
        UUID good = keys.create(ann, READ).key().id();
        UUID revoked = keys.create(ann, READ).key().id();
        UUID expired = keys.create(ann, READ).key().id();
        keys.revoke(ann, revoked);
        UsersDatabase.execute("UPDATE api_key SET expires_at = now() WHERE id = '" + expired + "'");
        assertThat(keys.goodAmong(Set.of(good, revoked, expired))).containsExactly(good);
        assertThat(keys.goodAmong(Set.of())).isEmpty();
    }

    @Test
    void keyNobodyMadeIsRefused() {
        assertRefused(keys, KeySecret.create());
        assertRefused(keys, "psk_rubbish");
    }

    @Test
    void accountWithoutAVerifiedAddressGetsNoKey() {
        UsersDatabase.execute("UPDATE account SET email_verified = false");
        assertThatThrownBy(() -> keys.create(ann, READ))
                .isInstanceOf(EmailNotVerifiedException.class);
    }

    @Test
    void nobodyHasMoreThanTwentyKeysNotEvenByAskingAtOnce() throws Exception {
        for (int i = 0; i < KeyRules.MAX_KEYS - 1; i++) {
            keys.create(ann, READ);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> attempt = this::isOneMoreMade;
            List<Future<Boolean>> attempts = threads.invokeAll(List.of(attempt, attempt, attempt));
            int made = 0;
            for (Future<Boolean> each : attempts) {
                made += each.get() ? 1 : 0;
            }
            assertThat(made).isOne();
        } finally {
            threads.shutdown();
        }
        assertThat(keys.list(ann)).hasSize(KeyRules.MAX_KEYS);
    }

    @Test
    void useIsNotedToTheMinuteAndNotWithEveryRequest() {
        IssuedApiKey issued = keys.create(ann, READ);
        assertThat(keys.list(ann).get(0).lastUsedAt()).isNull();
        node().good.identityOf(issued.secret());
        Instant used = lastUse();
        node().good.identityOf(issued.secret());
        assertThat(lastUse()).isEqualTo(used);
        UsersDatabase.execute("UPDATE api_key SET last_used_at = now() - interval '61 seconds'");
        node().good.identityOf(issued.secret());
        assertThat(lastUse()).isAfterOrEqualTo(used);
        assertThat(keys.list(ann).get(0).lastUsedAt().getEpochSecond() % 60).isZero();
    }

    @Test
    void makingAndRevokingIsInTheAuditLog() {
        IssuedApiKey issued = keys.create(ann, READ);
        keys.revoke(ann, issued.key().id());
        assertThat(
                        UsersDatabase.query(
                                "SELECT string_agg(type, ' ' ORDER BY number) FROM security_event"
                                        + " WHERE detail LIKE '%"
                                        + issued.key().prefix()
                                        + "%'",
                                String.class))
                .isEqualTo("api-key-created api-key-revoked");
    }

    private boolean isOneMoreMade() {
        try {
            node().create(ann, READ);
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    private static Instant lastUse() {
        return UsersDatabase.query("SELECT last_used_at FROM api_key", java.sql.Timestamp.class)
                .toInstant();
    }

    private static void assertRefused(JpaApiKeys node, String secret) {
        assertThatThrownBy(() -> node.good.identityOf(secret))
                .isInstanceOf(TokenInvalidException.class);
    }

    private static void openAccount(UUID id, String email, String roles) {
        UsersDatabase.execute(
                "INSERT INTO account (id, email, display_name, email_verified, roles) VALUES ('%s',"
                                .formatted(id)
                        + " '%s', 'Somebody', true, '%s')".formatted(email, roles));
    }

    /** The beans as one node of the server wires them, each call on the table in a transaction. */
    private static JpaApiKeys node() {
        JpaApiKeys node = new JpaApiKeys();
        node.table = new TransactionalKeyTable();
        node.good = new GoodKeys();
        node.good.table = node.table;
        return node;
    }

    private static final class TransactionalKeyTable extends ApiKeyTable {
        @Override
        public IssuedApiKey add(UUID accountId, NewApiKey key, Instant now) {
            return inTransaction(table -> table.add(accountId, key, now));
        }

        @Override
        public List<ApiKeyView> list(UUID accountId) {
            return inTransaction(table -> table.list(accountId));
        }

        @Override
        public void remove(UUID accountId, UUID keyId) {
            inTransaction(
                    table -> {
                        table.remove(accountId, keyId);
                        return null;
                    });
        }

        @Override
        public Set<UUID> goodAmong(Set<UUID> keyIds) {
            return inTransaction(table -> table.goodAmong(keyIds));
        }

        @Override
        public Optional<Identity> identityOf(byte[] secretSha256) {
            return inTransaction(table -> table.identityOf(secretSha256));
        }

        private static <T> T inTransaction(Function<ApiKeyTable, T> work) {
            return UsersDatabase.inTransaction(
                    manager -> {
                        ApiKeyTable table = new ApiKeyTable();
                        table.entities = manager;
                        table.audit = AuditFixture.log(manager);
                        return work.apply(table);
                    });
        }
    }
}
