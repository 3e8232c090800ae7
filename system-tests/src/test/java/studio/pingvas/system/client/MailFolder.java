package studio.pingvas.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that a platform without a mail server has written to its data folder. */
public final class MailFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;

    public MailFolder(Path data) {
        folder = data.resolve("mail");
    }

    /** Waits for a link to a page in a mail to somebody; the newest mail counts. */
    public String linkTo(String page, String recipient) {
        return Eventually.get(
                        PATIENCE,
                        "mail to " + recipient,
                        () -> link(page, recipient),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> link(String page, String recipient) {
        Pattern link = Pattern.compile("https?://\\S+" + Pattern.quote(page) + "\\?token=[\\w.-]+");
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> mails = Files.list(folder)) {
            return mails.sorted(Comparator.reverseOrder())
                    .map(MailFolder::textOf)
                    .filter(mail -> mail.contains(recipient))
                    .map(link::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that quoted-printable has broken are whole again. */
    private static String textOf(Path mail) {
        try {
            return Files.readString(mail).replaceAll("=\\r?\\n", "").replace("=3D", "=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
