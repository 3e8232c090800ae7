package studio.pingvas.user.mail.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How mails leave: exactly one of {@code folder} and {@code smtp} is set.
 *
 * @param from sender, an address with or without a name
 */
record MailSettings(String from, Path folder, Smtp smtp) {
    private static final String PREFIX = "studio.mail.";
    private static final int MAX_PORT = 65_535;

    MailSettings {
        if ((folder == null) == (smtp == null)) {
            throw new IllegalArgumentException("Mail goes to a folder or to a server");
        }
        try {
            new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("studio.mail.from is not an address: " + from, e);
        }
    }

    /**
     * @param user null for a server that asks for none
     * @param startTls whether the connection must become encrypted
     */
    record Smtp(String host, int port, String user, String password, boolean startTls) {
        Smtp {
            if (host.isBlank() || port < 1 || port > MAX_PORT) {
                throw new IllegalArgumentException("No mail server is at " + host + ":" + port);
            }
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException("A mail user needs a password, and only then");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", user=" + user + ", startTls=" + startTls + "]";
        }
    }

    static MailSettings in(Config config) {
        String from = text(config, "from").orElseThrow();
        String transport = text(config, "transport").orElseThrow();
        return switch (transport) {
            case "folder" -> new MailSettings(from, folderIn(config), null);
            case "smtp" -> new MailSettings(from, null, smtpIn(config));
            default ->
                    throw new IllegalArgumentException(
                            "studio.mail.transport is folder or smtp, not " + transport);
        };
    }

    private static Path folderIn(Config config) {
        return text(config, "folder")
                .map(Path::of)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "studio.mail.folder is not set; mails must go somewhere"));
    }

    private static Smtp smtpIn(Config config) {
        return new Smtp(
                text(config, "smtp.host").orElse(""),
                config.getValue(PREFIX + "smtp.port", Integer.class),
                text(config, "smtp.user").orElse(null),
                text(config, "smtp.password").orElse(null),
                config.getValue(PREFIX + "smtp.starttls", Boolean.class));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(PREFIX + name, String.class);
    }
}
