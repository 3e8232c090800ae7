package studio.pingvas.user.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Properties;
import studio.pingvas.user.mail.Letter;

/** Sends through a mail server (RFC 5321). */
final class SmtpTransport implements MailTransport {
    private static final String CONNECT_MILLISECONDS = "5000";
    private static final String ANSWER_MILLISECONDS = "10000";

    private final MailSettings.Smtp server;
    private final InternetAddress from;
    private final Session session;
    private final Clock clock;

    SmtpTransport(MailSettings.Smtp server, InternetAddress from, Clock clock) {
        this.server = server;
        this.from = from;
        this.clock = clock;
        session = Session.getInstance(properties());
    }

    @Override
    public void send(Letter letter) {
        try {
            LetterMessage message = new LetterMessage(session, from, letter, clock.instant());
            Transport.send(message, server.user(), server.password());
        } catch (MessagingException e) {
            throw new MailNotSentException(e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
        return properties;
    }
}
