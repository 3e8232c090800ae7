package studio.pingvas.user.mail.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import studio.pingvas.user.mail.Letter;

/**
 * A letter in the form of RFC 5322 and 2046. Its Message-ID follows from the row, so that a mail
 * that goes out twice is known as one.
 */
final class LetterMessage extends MimeMessage {
    private final Letter letter;
    private final InternetAddress from;

    LetterMessage(Session session, InternetAddress from, Letter letter, Instant now)
            throws MessagingException {
        super(session);
        this.from = from;
        this.letter = letter;
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        setSubject(letter.subject(), "UTF-8");
        setSentDate(Date.from(now));
        // RFC 3834: nobody's holiday notice shall answer it.
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", part("plain", letter.text()), html()));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        String address = from.getAddress();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
    }

    private MimeBodyPart html() throws MessagingException {
        return part("html", letter.html());
    }

    private static MimeBodyPart part(String subtype, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
