package studio.pingvas.user.mail.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.platform.concurrent.CoalescingTask;
import studio.pingvas.platform.json.Json;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.mail.Letter;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailQueued;
import studio.pingvas.user.mail.MailTexts;

/**
 * Sends what waits, each mail at least once: a node that dies between the mail server's yes and the
 * note in the table leaves a mail that goes again.
 */
@ApplicationScoped
public class MailDelivery {
    static final int BATCH = 100;

    private static final Logger LOG = System.getLogger(MailDelivery.class.getName());

    /** A mail server that is down takes its time with each; the others need not ask as well. */
    private static final int MAX_FAILURES = 3;

    @Resource ManagedExecutorService executor;
    @Inject MailTable table;
    @Inject MailTransport transport;
    @Inject UserSettings settings;

    private final CoalescingTask delivering = new CoalescingTask(this::deliver);

    public void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued mail) {
        deliverSoon();
    }

    public void deliverSoon() {
        delivering.ask(executor);
    }

    void deliver() {
        try {
            int failures = 0;
            for (int i = 0; i < BATCH && failures < MAX_FAILURES; i++) {
                Optional<WaitingMail> mail = table.claim();
                if (mail.isEmpty()) {
                    return;
                }
                failures += isSent(mail.get()) ? 0 : 1;
            }
        } catch (RuntimeException e) {
            // The rows stand; the timer tries again in a few seconds.
            LOG.log(Level.WARNING, "The delivery of mail was interrupted: {0}", e.toString());
        }
    }

    private boolean isSent(WaitingMail mail) {
        try {
            transport.send(letterOf(mail));
        } catch (MailNotSentException | IllegalArgumentException e) {
            boolean givenUp = table.failed(mail.id(), e.getMessage());
            LOG.log(
                    givenUp ? Level.ERROR : Level.WARNING,
                    "Mail {0} was not sent{1}: {2}",
                    mail.id(),
                    givenUp ? " and is given up" : "",
                    e.getMessage());
            return false;
        }
        table.sent(mail.id());
        return true;
    }

    private Letter letterOf(WaitingMail mail) {
        Map<String, String> values = new HashMap<>();
        Map<?, ?> details = Json.read(mail.details(), Map.class);
        details.forEach((name, value) -> values.put((String) name, (String) value));
        return MailTexts.write(
                mail.id(),
                MailKind.of(mail.kind()),
                mail.recipient(),
                mail.language(),
                values,
                settings.issuer());
    }
}
