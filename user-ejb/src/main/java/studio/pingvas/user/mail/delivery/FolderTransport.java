package studio.pingvas.user.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import studio.pingvas.user.mail.Letter;

/**
 * Writes mails to a folder that only its owner can read, for an installation without a mail server.
 * Texts and subject stay UTF-8 as they are (RFC 6532), so that a person can read the files.
 */
final class FolderTransport implements MailTransport {
    static final int KEPT = 500;

    private static final String ENDING = ".eml";

    /** Sorted by name is sorted by time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InternetAddress from;
    private final Session session;
    private final Clock clock;

    FolderTransport(Path folder, InternetAddress from, Clock clock) {
        this.folder = folder;
        this.from = from;
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        session = Session.getInstance(properties);
    }

    @Override
    public void send(Letter letter) {
        Instant now = clock.instant();
        try {
            LetterMessage message = new LetterMessage(session, from, letter, now);
            leaveReadable(message, letter);
            write(message, folder.resolve(TIME.format(now) + "-" + letter.id() + ENDING));
            removeOldest();
        } catch (MessagingException | IOException e) {
            throw new MailNotSentException(e);
        }
    }

    private static void leaveReadable(LetterMessage message, Letter letter)
            throws MessagingException, IOException {
        message.setHeader("Subject", letter.subject());
        MimeMultipart parts = (MimeMultipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            ((MimeBodyPart) parts.getBodyPart(i)).setHeader("Content-Transfer-Encoding", "8bit");
        }
    }

    /** Whole or not at all: somebody may be reading the folder. */
    private void write(LetterMessage message, Path file) throws MessagingException, IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path half = Files.createTempFile(folder, "mail", ".new");
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                message.writeTo(out);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void removeOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tooOld =
                    files.filter(file -> file.toString().endsWith(ENDING))
                            .sorted(Comparator.reverseOrder())
                            .skip(KEPT)
                            .toList();
            for (Path file : tooOld) {
                Files.deleteIfExists(file);
            }
        }
    }
}
