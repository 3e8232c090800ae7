package studio.pingvas.user.mail.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Chooses the way out by the settings. */
@ApplicationScoped
public class MailTransportProducer {
    @Inject Config config;

    @Produces
    MailTransport transport() {
        return transport(MailSettings.in(config), Clock.systemUTC());
    }

    static MailTransport transport(MailSettings settings, Clock clock) {
        InternetAddress from = address(settings.from());
        return settings.smtp() == null
                ? new FolderTransport(settings.folder(), from, clock)
                : new SmtpTransport(settings.smtp(), from, clock);
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("The settings have checked it", e);
        }
    }
}
