package studio.pingvas.user.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.limits.LimitFixture;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.verification.VerificationFixture;

class JpaPasswordsTest {
    private static final PasswordHashing HASHING = new PasswordHashing();
    private static final String EMAIL = "ann@example.test";
    private static final String OLD = "correct horse";
    private static final String NEW = "battery staple";
    private static final String OLD_HASH = HASHING.hash(OLD);

    private final UUID ann = UUID.randomUUID();
    private final OpenSessions node = SessionFixture.node();
    private final JpaPasswords passwords = new JpaPasswords();

    @BeforeEach
    void openAccount() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities ->
                        entities.persist(Account.open(ann, EMAIL, OLD_HASH, "Ann", Instant.now())));
        passwords.hashing = HASHING;
        passwords.changes = new TransactionalChange();
        passwords.requests = new TransactionalRequests();
        passwords.addresses = LimitFixture.addresses(5);
        passwords.failures = LimitFixture.failures();
        passwords.open = node;
    }

    @Test
    void askingTouchesNoAccountWhetherOrNotThereIsOne() {
        request(EMAIL);
        request("nobody@example.test");
        assertThat(count("one_time_token") + count("mail") + count("security_event"))
                .as("all that differs happens later")
                .isZero();
        assertThat(count("reset_request")).isEqualTo(2);
    }

    @Test
    void linkGoesOnlyToAnAccount() {
        request("ANN@example.test");
        request("nobody@example.test");
        assertThat(passwords.requests.answerSome()).isEqualTo(2);
        assertThat(passwords.requests.answerSome()).isZero();
        assertThat(QueuedMails.to(EMAIL)).containsExactly(MailKind.RESET_PASSWORD);
        assertThat(count("mail")).isEqualTo(1);
        assertThat(QueuedMails.value(EMAIL, "link"))
                .startsWith("https://studio.example.test/reset-password.xhtml?token=");
        assertThat(count("reset_request WHERE email IS NOT NULL")).isZero();
    }

    @Test
    void nobodyIsFloodedWithMails() {
        for (int i = 0; i < 5; i++) {
            request(EMAIL);
        }
        assertThat(count("reset_request")).isEqualTo(3);
        assertThatThrownBy(() -> request(EMAIL)).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> request("nobody")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> request(null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void resetSetsThePasswordVerifiesTheAddressAndEndsEverySession() {
        UUID session = SessionFixture.table().open(ann, Kind.PAGE, SessionFixture.DEVICE);
        assertThat(node.identityIn(session)).isPresent();
        String token = mailedToken();
        passwords.reset(token, NEW);
        assertThat(isPassword(NEW)).isTrue();
        assertThat(isPassword(OLD)).isFalse();
        assertThat(node.identityIn(session)).isEmpty();
        assertThat(UsersDatabase.query("SELECT email_verified FROM account", Boolean.class))
                .isTrue();
        assertThat(QueuedMails.to(EMAIL))
                .containsExactly(MailKind.RESET_PASSWORD, MailKind.PASSWORD_CHANGED);
        assertThatThrownBy(() -> passwords.reset(token, "another one here"))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void refusedPasswordDoesNotUseTheLinkUp() {
        String token = mailedToken();
        assertThatThrownBy(() -> passwords.reset(token, "password1"))
                .isInstanceOf(InvalidRequestException.class);
        passwords.reset(token, NEW);
        assertThat(isPassword(NEW)).isTrue();
    }

    @Test
    void linkIsGoodForAQuarterOfAnHour() {
        String token = mailedToken();
        assertThat(
                        UsersDatabase.query(
                                "SELECT expires_at BETWEEN now() + interval '14 minutes'"
                                        + " AND now() + interval '15 minutes' FROM one_time_token",
                                Boolean.class))
                .isTrue();
        UsersDatabase.execute("UPDATE one_time_token SET expires_at = now()");
        assertThatThrownBy(() -> passwords.reset(token, NEW))
                .isInstanceOf(TokenExpiredException.class);
        assertThat(isPassword(OLD)).isTrue();
    }

    @Test
    void ownerChangesThePasswordAndStaysSignedInHere() {
        UUID here = SessionFixture.table().open(ann, Kind.PAGE, SessionFixture.DEVICE);
        UUID there = SessionFixture.table().open(ann, Kind.PAGE, SessionFixture.DEVICE);
        passwords.change(ann, OLD, NEW, SessionFixture.DEVICE, here);
        assertThat(isPassword(NEW)).isTrue();
        assertThat(node.identityIn(here)).isPresent();
        assertThat(node.identityIn(there)).isEmpty();
        assertThat(QueuedMails.to(EMAIL)).containsExactly(MailKind.PASSWORD_CHANGED);
    }

    @Test
    void wrongPasswordsAreCountedAsAtTheSignIn() {
        for (String wrong : new String[] {"wrong", null, "x".repeat(300), "wrong", "wrong"}) {
            assertThatThrownBy(() -> change(wrong)).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> change(OLD))
                .as("the right one too: else the delay would be none")
                .isInstanceOf(RateLimitedException.class);
        assertThat(isPassword(OLD)).isTrue();
    }

    @Test
    void accountWithoutAPasswordGetsOneIfItsAddressIsVerified() {
        UsersDatabase.execute("UPDATE account SET password_hash = NULL");
        assertThatThrownBy(() -> change(null)).isInstanceOf(EmailNotVerifiedException.class);
        UsersDatabase.execute("UPDATE account SET email = NULL");
        assertThatThrownBy(() -> change(null)).isInstanceOf(EmailNotVerifiedException.class);
        UsersDatabase.execute(
                "UPDATE account SET email = 'ann@example.test', email_verified = true");
        change(null);
        assertThat(isPassword(NEW)).isTrue();
    }

    @Test
    void oldRequestsAreDeleted() {
        request(EMAIL);
        assertThat(passwords.requests.deleteOld()).isZero();
        UsersDatabase.execute(
                "UPDATE reset_request SET requested_at = now() - interval '25 hours'");
        assertThat(passwords.requests.deleteOld()).isEqualTo(1);
    }

    private void change(String current) {
        passwords.change(ann, current, NEW, SessionFixture.DEVICE, null);
    }

    private void request(String email) {
        passwords.requestReset(email, SessionFixture.DEVICE);
    }

    private String mailedToken() {
        request(EMAIL);
        passwords.requests.answerSome();
        return VerificationFixture.mailedToken(EMAIL);
    }

    private static boolean isPassword(String password) {
        return HASHING.matches(
                password,
                Optional.of(
                        UsersDatabase.query("SELECT password_hash FROM account", String.class)));
    }

    private static long count(String table) {
        return UsersDatabase.query("SELECT count(*) FROM " + table, Long.class);
    }

    private static final class TransactionalRequests extends ResetRequests {
        @Override
        public void add(String email) {
            UsersDatabase.run(entities -> on(entities).add(email));
        }

        @Override
        public int answerSome() {
            return UsersDatabase.inTransaction(entities -> on(entities).answerSome());
        }

        @Override
        public int deleteOld() {
            return UsersDatabase.inTransaction(entities -> on(entities).deleteOld());
        }

        private static ResetRequests on(EntityManager entities) {
            ResetRequests requests = new ResetRequests();
            requests.entities = entities;
            requests.tokens = VerificationFixture.tokens(entities);
            requests.mails = QueuedMails.outbox(entities);
            requests.audit = AuditFixture.log(entities);
            return requests;
        }
    }

    private static final class TransactionalChange extends PasswordChange {
        @Override
        public Account accountOf(UUID userId) {
            return inTransaction(changes -> changes.accountOf(userId));
        }

        @Override
        public Account accountOfLink(String token) {
            return inTransaction(changes -> changes.accountOfLink(token));
        }

        @Override
        public void reset(String token, String hash) {
            UsersDatabase.run(entities -> on(entities).reset(token, hash));
        }

        @Override
        public void change(UUID accountId, String hash, UUID keptSession) {
            UsersDatabase.run(entities -> on(entities).change(accountId, hash, keptSession));
        }

        private static <T> T inTransaction(Function<PasswordChange, T> work) {
            return UsersDatabase.inTransaction(entities -> work.apply(on(entities)));
        }

        private static PasswordChange on(EntityManager entities) {
            PasswordChange changes = new PasswordChange();
            changes.entities = entities;
            changes.tokens = VerificationFixture.tokens(entities);
            changes.verifications = VerificationFixture.verifications(entities);
            changes.sessions = SessionFixture.table(entities);
            changes.mails = QueuedMails.outbox(entities);
            changes.audit = AuditFixture.log(entities);
            return changes;
        }
    }
}
