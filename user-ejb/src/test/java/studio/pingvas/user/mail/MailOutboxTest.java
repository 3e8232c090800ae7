package studio.pingvas.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.user.UsersDatabase;

class MailOutboxTest {
    private static final String ANN = "ann@example.test";
    private static final Map<String, String> LINK = Map.of("link", "https://x.test/?token=abc");

    @BeforeEach
    void emptyDatabase() {
        UsersDatabase.empty();
    }

    @Test
    void queuedMailWaitsWithItsValues() {
        queue(MailKind.VERIFY_EMAIL, ANN, "ko", LINK);
        assertThat(QueuedMails.to(ANN)).containsExactly(MailKind.VERIFY_EMAIL);
        assertThat(QueuedMails.value(ANN, "link")).isEqualTo(LINK.get("link"));
    }

    @Test
    void mailOfATransactionThatFailsIsNotQueued() {
        assertThatThrownBy(
                        () ->
                                UsersDatabase.run(
                                        entities -> {
                                            QueuedMails.outbox(entities)
                                                    .queue(MailKind.VERIFY_EMAIL, ANN, "en", LINK);
                                            throw new IllegalStateException("and then this");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(QueuedMails.to(ANN)).isEmpty();
    }

    @Test
    void unknownLanguageBecomesEnglish() {
        queue(MailKind.PASSWORD_CHANGED, ANN, null, Map.of());
        queue(MailKind.PASSWORD_CHANGED, ANN, "fr", Map.of());
        assertThat(
                        UsersDatabase.query(
                                "SELECT count(*) FROM mail WHERE language = 'en'", Long.class))
                .isEqualTo(2);
    }

    @Test
    void mailWithMissingOrForeignOrEndlessValuesIsRefusedAtOnce() {
        assertRefused(MailKind.VERIFY_EMAIL, Map.of());
        assertRefused(MailKind.PASSWORD_CHANGED, LINK);
        assertRefused(MailKind.VERIFY_EMAIL, Map.of("link", "x".repeat(1001)));
    }

    @Test
    void recipientOfTwoLinesIsRefusedByTheTable() {
        assertThatThrownBy(
                        () ->
                                queue(
                                        MailKind.PASSWORD_CHANGED,
                                        "ann@example.test\r\nBcc: eve@example.test",
                                        "en",
                                        Map.of()))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("mail_recipient_check");
    }

    @Test
    void sentMailCannotKeepItsLink() {
        queue(MailKind.VERIFY_EMAIL, ANN, "en", LINK);
        assertThatThrownBy(() -> UsersDatabase.execute("UPDATE mail SET sent_at = now()"))
                .hasMessageContaining("details_only_while_waiting");
    }

    private static void assertRefused(MailKind kind, Map<String, String> values) {
        assertThatThrownBy(() -> queue(kind, ANN, "en", values))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void queue(
            MailKind kind, String recipient, String language, Map<String, String> values) {
        UsersDatabase.run(
                entities -> QueuedMails.outbox(entities).queue(kind, recipient, language, values));
    }
}
