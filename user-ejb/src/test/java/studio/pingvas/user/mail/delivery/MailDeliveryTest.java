package studio.pingvas.user.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;

class MailDeliveryTest {
    private static final String ANN = "ann@example.test";
    private static final String LINK = "https://studio.example.test/verify-email.xhtml?token=abc";

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private MailDelivery delivery;

    @BeforeEach
    void startServer() {
        UsersDatabase.empty();
        server.start();
        delivery = MailNode.sendingBy(smtp(null, null, server.getSmtp().getPort()));
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void queuedMailArrivesInBothFormsAndLeavesNoLinkBehind() throws Exception {
        queueLink("ko");
        delivery.deliver();
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("이메일 주소를 확인해 주세요");
        assertThat(mail.getFrom()[0]).hasToString("Pingvas Studio <studio@example.test>");
        assertThat(mail.getAllRecipients()[0]).hasToString(ANN);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<" + onlyId() + "@example.test>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat((String) parts.getBodyPart(0).getContent()).contains(LINK).contains("환영");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("<a href=\"" + LINK);
        assertThat(waiting()).isZero();
        assertThat(count("sent_at IS NOT NULL AND details IS NULL AND failure IS NULL")).isOne();
    }

    @Test
    void mailIsSentOnce() {
        queueLink("en");
        delivery.deliver();
        makeAllDue();
        delivery.deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void mailWaitsForAServerThatIsDown() {
        int port = server.getSmtp().getPort();
        server.stop();
        queueLink("en");
        delivery.deliver();
        assertThat(count("attempts = 1 AND failure IS NOT NULL AND details IS NOT NULL")).isOne();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        delivery.deliver();
        assertThat(server.getReceivedMessages()).as("before its time").isEmpty();
        makeAllDue();
        delivery.deliver();
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0])).contains(ANN);
        assertThat(waiting()).isZero();
    }

    @Test
    void pausesBetweenAttemptsDoubleUpToAnHour() {
        queueLink("en");
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            makeAllDue();
            assertThat(MailNode.table().claim()).isPresent();
            pauses.add(
                    UsersDatabase.query(
                            "SELECT round(extract(epoch FROM next_attempt_at - now()) / 60)::bigint"
                                    + " FROM mail",
                            Long.class));
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void mailOfADayAgoIsGivenUpWithItsReasonAndWithoutItsLink() {
        server.stop();
        queueLink("en");
        UsersDatabase.execute("UPDATE mail SET created_at = now() - interval '23 hours'");
        delivery.deliver();
        assertThat(waiting()).isOne();
        UsersDatabase.execute("UPDATE mail SET created_at = now() - interval '25 hours'");
        makeAllDue();
        delivery.deliver();
        assertThat(waiting()).isZero();
        assertThat(count("given_up_at IS NOT NULL AND details IS NULL AND failure LIKE '%onnect%'"))
                .isOne();
        makeAllDue();
        assertThat(MailNode.table().claim()).isEmpty();
    }

    @Test
    void mailThatCannotBeWrittenDoesNotHoldUpTheOthers() {
        queueLink("en");
        UsersDatabase.execute("UPDATE mail SET kind = 'of-a-later-version'");
        queueLink("en");
        delivery.deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(count("kind = 'of-a-later-version' AND failure IS NOT NULL")).isOne();
    }

    @Test
    void serverThatIsDownIsNotAskedForEachMail() {
        server.stop();
        for (int i = 0; i < 5; i++) {
            queueLink("en");
        }
        delivery.deliver();
        assertThat(count("attempts = 1")).isEqualTo(3);
    }

    @Test
    void nodesThatMeetShareTheMailsBetweenThem() throws Exception {
        for (int i = 0; i < 60; i++) {
            queueLink("en");
        }
        ConcurrentLinkedQueue<UUID> sent = new ConcurrentLinkedQueue<>();
        MailTransport notes = letter -> sent.add(letter.id());
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(new Thread(() -> MailNode.sendingBy(notes).deliver()));
        }
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(sent).hasSize(60).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void mailsOfAMonthAgoAreForgotten() {
        queueLink("en");
        queueLink("en");
        UsersDatabase.execute(
                "UPDATE mail SET created_at = now() - interval '31 days'"
                        + " WHERE id = (SELECT min(id::text)::uuid FROM mail)");
        assertThat(MailNode.table().forgetOld()).isOne();
        assertThat(waiting()).isOne();
    }

    @Test
    void serverMayAskForAUserAndAPassword() {
        server.setUser("studio", "studio", "its password");
        queueLink("en");
        MailNode.sendingBy(smtp("studio", "its password", server.getSmtp().getPort())).deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void mailDoesNotGoOverAConnectionThatShouldBeEncryptedAndIsNot() {
        queueLink("en");
        MailSettings.Smtp encrypted =
                new MailSettings.Smtp("127.0.0.1", server.getSmtp().getPort(), null, null, true);
        MailNode.sendingBy(transport(encrypted)).deliver();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(waiting()).isOne();
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static UUID onlyId() {
        return UsersDatabase.query("SELECT id FROM mail", UUID.class);
    }

    private static void queueLink(String language) {
        UsersDatabase.run(
                entities ->
                        QueuedMails.outbox(entities)
                                .queue(MailKind.VERIFY_EMAIL, ANN, language, Map.of("link", LINK)));
    }

    private static void makeAllDue() {
        UsersDatabase.execute("UPDATE mail SET next_attempt_at = now()");
    }

    private static long waiting() {
        return count("sent_at IS NULL AND given_up_at IS NULL");
    }

    private static long count(String condition) {
        return UsersDatabase.query("SELECT count(*) FROM mail WHERE " + condition, Long.class);
    }

    private static MailTransport smtp(String user, String password, int port) {
        return transport(new MailSettings.Smtp("127.0.0.1", port, user, password, false));
    }

    private static MailTransport transport(MailSettings.Smtp smtp) {
        return MailTransportProducer.transport(
                new MailSettings("Pingvas Studio <studio@example.test>", null, smtp),
                Clock.systemUTC());
    }
}
