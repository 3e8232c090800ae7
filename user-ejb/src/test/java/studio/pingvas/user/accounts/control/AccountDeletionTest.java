package studio.pingvas.user.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.message.AccountDeleted;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;

class AccountDeletionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID ann = Uuid7.create();
    private final UUID bob = Uuid7.create();

    @BeforeEach
    void openAccounts() {
        UsersDatabase.empty();
        open(ann, "ann@example.test");
        open(bob, "bob@example.test");
    }

    @Test
    void nothingOfThePersonStaysButTheNoticeAndTheIdInTheLog() {
        UsersDatabase.execute(
                """
                INSERT INTO linked_identity (id, account_id, issuer, subject, provider, email)
                VALUES (gen_random_uuid(), '%1$s', 'https://i.test', 's', 'i', 'ann@example.test');
                INSERT INTO socket_ticket VALUES (sha256('t'), '%1$s', now());
                INSERT INTO session (id, account_id, kind, device, expires_at)
                VALUES ('%1$s', '%1$s', 'api', 'curl', now());
                INSERT INTO refresh_token (id, token_sha256, family_id, account_id, expires_at,
                    family_expires_at)
                VALUES (gen_random_uuid(), sha256('r'), '%1$s', '%1$s', now(), now());
                """
                        .formatted(ann));
        UsersDatabase.run(
                entities ->
                        QueuedMails.outbox(entities)
                                .queue(
                                        MailKind.RESET_PASSWORD,
                                        "Ann@example.test",
                                        "ko",
                                        Map.of("link", "https://studio.test/secret")));
        delete(ann);

        assertThat(tablesThatMention("ann@example.test")).containsExactly("mail");
        assertThat(UsersDatabase.query("SELECT string_agg(kind, ',') FROM mail", String.class))
                .isEqualTo("account-deleted");
        assertThat(tablesThatMention(ann.toString()))
                .containsExactlyInAnyOrder("security_event", "outgoing_event");
        assertThat(tablesThatMention(bob.toString())).containsExactly("account");
    }

    @Test
    void otherModulesAreToldInTheSameTransaction() {
        delete(ann);

        assertThat(UsersDatabase.query("SELECT address FROM outgoing_event", String.class))
                .isEqualTo("user.events");
        assertThat(
                        Json.read(
                                UsersDatabase.query(
                                        "SELECT body FROM outgoing_event", String.class),
                                AccountDeleted.class))
                .isEqualTo(new AccountDeleted(1, ann, NOW));
    }

    @Test
    void deletionThatIsRolledBackTellsNobody() {
        assertThatThrownBy(
                        () ->
                                UsersDatabase.run(
                                        entities -> {
                                            deletion(entities).delete(ann);
                                            throw new IllegalStateException("rolled back");
                                        }))
                .hasMessage("rolled back");

        assertThat(count("account")).isEqualTo(2);
        assertThat(count("outgoing_event") + count("mail") + count("security_event")).isZero();
    }

    @Test
    void addressIsFreeForAnotherAccount() {
        delete(ann);
        open(Uuid7.create(), "ANN@example.test");

        assertThat(count("account")).isEqualTo(2);
    }

    @Test
    void whatIsGoneCannotBeDeletedAgain() {
        delete(ann);
        assertThatThrownBy(() -> delete(ann)).isInstanceOf(NotFoundException.class);
        assertThat(count("outgoing_event")).isEqualTo(1);
    }

    @Test
    void accountWithoutAnAddressGetsNoMail() {
        UUID anonymous = Uuid7.create();
        open(anonymous, null);
        delete(anonymous);

        assertThat(count("mail")).isZero();
    }

    @Test
    void everyReferenceToAnAccountGoesWithIt() {
        String references =
                "FROM pg_constraint WHERE confrelid = 'users.account'::regclass AND contype = 'f'";
        assertThat(UsersDatabase.query("SELECT count(*) " + references, Long.class))
                .isGreaterThan(2);
        assertThat(
                        UsersDatabase.query(
                                "SELECT coalesce(string_agg(conname, ', '), 'none') "
                                        + references
                                        + " AND confdeltype <> 'c'",
                                String.class))
                .isEqualTo("none");
    }

    private static void open(UUID id, String email) {
        UsersDatabase.run(
                entities -> entities.persist(Account.open(id, email, null, "Somebody", NOW)));
    }

    private static void delete(UUID id) {
        UsersDatabase.run(entities -> deletion(entities).delete(id));
    }

    private static AccountDeletion deletion(jakarta.persistence.EntityManager entities) {
        AccountDeletion deletion = AccountDeletionFixture.deletion(entities);
        deletion.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return deletion;
    }

    private static long count(String table) {
        return UsersDatabase.query("SELECT count(*) FROM " + table, Long.class);
    }

    private static List<String> tablesThatMention(String text) {
        List<String> mentioning = new ArrayList<>();
        for (String table : tables()) {
            long rows =
                    UsersDatabase.query(
                            "SELECT count(*) FROM "
                                    + table
                                    + " t WHERE t::text ILIKE '%"
                                    + text
                                    + "%'",
                            Long.class);
            if (rows > 0) {
                mentioning.add(table);
            }
        }
        return mentioning;
    }

    private static List<String> tables() {
        return UsersDatabase.inTransaction(
                entities -> {
                    List<?> names =
                            entities.createNativeQuery(
                                            "SELECT tablename FROM pg_tables"
                                                    + " WHERE schemaname = 'users'"
                                                    + " AND tablename <> 'flyway_schema_history'")
                                    .getResultList();
                    return names.stream().map(String.class::cast).toList();
                });
    }
}
