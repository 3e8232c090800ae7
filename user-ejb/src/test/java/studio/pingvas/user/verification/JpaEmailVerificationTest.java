package studio.pingvas.user.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.verification.OneTimeTokens.Purpose;

class JpaEmailVerificationTest {
    private static final String EMAIL = "ann@example.test";

    private final UUID ann = UUID.randomUUID();
    private final OpenSessions node = SessionFixture.node();
    private final JpaEmailVerification verification = VerificationFixture.facadeOn(node);

    @BeforeEach
    void openAccount() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities -> entities.persist(Account.open(ann, EMAIL, "h", "Ann", Instant.now())));
    }

    @Test
    void linkLeadsToTheAddressOfTheInstallationAndVerifiesOnce() {
        verification.send(ann);
        assertThat(QueuedMails.to(EMAIL)).containsExactly(MailKind.VERIFY_EMAIL);
        assertThat(QueuedMails.value(EMAIL, "link"))
                .startsWith("https://studio.example.test/verify-email.xhtml?token=");
        String token = mailed();
        assertThat(isVerified()).isFalse();
        verification.confirm(token, null);
        assertThat(isVerified()).isTrue();
        assertInvalid(token);
    }

    @Test
    void everythingOpenedBeforeEndsButTheSessionOfWhoFollowsTheLink() {
        UUID own = SessionFixture.table().open(ann, Kind.PAGE, SessionFixture.DEVICE);
        UUID strangers = SessionFixture.table().open(ann, Kind.API, SessionFixture.DEVICE);
        assertThat(node.identityIn(strangers)).isPresent();
        String reset =
                UsersDatabase.inTransaction(
                        entities ->
                                VerificationFixture.tokens(entities)
                                        .newLink(ann, Purpose.RESET_PASSWORD));
        verification.send(ann);
        verification.confirm(mailed(), own);
        assertThat(node.identityIn(strangers)).isEmpty();
        assertThat(SessionFixture.table().openAmong(Set.of(own, strangers))).containsExactly(own);
        assertThat(UsersDatabase.query("SELECT count(*) FROM one_time_token", Long.class))
                .as("the reset link " + reset)
                .isZero();
    }

    @Test
    void newerLinkTakesThePlaceOfTheOlder() {
        verification.send(ann);
        String older = mailed();
        UsersDatabase.execute(
                "UPDATE one_time_token SET created_at = now() - interval '61 seconds'");
        verification.send(ann);
        assertInvalid(older);
        verification.confirm(mailed(), null);
        assertThat(isVerified()).isTrue();
    }

    @Test
    void mailsComeAtMostOnceAMinute() {
        verification.send(ann);
        assertThatThrownBy(() -> verification.send(ann)).isInstanceOf(RateLimitedException.class);
        assertThat(QueuedMails.to(EMAIL)).hasSize(1);
    }

    @Test
    void verifiedAddressGetsNoMail() {
        UsersDatabase.execute("UPDATE account SET email_verified = true");
        verification.send(ann);
        verification.send(UUID.randomUUID());
        assertThat(QueuedMails.to(EMAIL)).isEmpty();
    }

    @Test
    void oldLinkIsToldFromARubbishOne() {
        verification.send(ann);
        UsersDatabase.execute("UPDATE one_time_token SET expires_at = now()");
        String token = mailed();
        assertThatThrownBy(() -> verification.confirm(token, null))
                .isInstanceOf(TokenExpiredException.class);
        for (String rubbish : new String[] {null, "", "x", "\0"}) {
            assertInvalid(rubbish);
        }
        assertThat(isVerified()).isFalse();
    }

    @Test
    void linkToANewPasswordVerifiesNothing() {
        String link =
                UsersDatabase.inTransaction(
                        entities ->
                                VerificationFixture.tokens(entities)
                                        .newLink(ann, Purpose.RESET_PASSWORD));
        assertInvalid(link.split("token=")[1]);
    }

    @Test
    void tableHoldsNoTokenThatOpensAnything() {
        verification.send(ann);
        assertThat(
                        UsersDatabase.query(
                                "SELECT encode(token_sha256, 'hex') || purpose FROM one_time_token",
                                String.class))
                .doesNotContain(mailed());
    }

    private void assertInvalid(String token) {
        assertThatThrownBy(() -> verification.confirm(token, null))
                .isInstanceOf(TokenInvalidException.class);
    }

    private static String mailed() {
        return VerificationFixture.mailedToken(EMAIL);
    }

    private static boolean isVerified() {
        return UsersDatabase.query("SELECT email_verified FROM account", Boolean.class);
    }
}
