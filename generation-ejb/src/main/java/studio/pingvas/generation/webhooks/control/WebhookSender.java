package studio.pingvas.generation.webhooks.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import studio.pingvas.generation.jobs.control.WebhookAddresses;
import studio.pingvas.platform.net.AddressRefusedException;
import studio.pingvas.platform.net.PinnedPost;

/**
 * Sends what is due, a few deliveries at a time and one of each user, so that nobody's slow
 * receiver delays the deliveries of others for long.
 */
@ApplicationScoped
public class WebhookSender {
    private static final Logger LOG = System.getLogger(WebhookSender.class.getName());
    private static final int MOST_AT_ONCE = 8;

    /** Shorter than the claim on a delivery, which another node takes over after a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Resource ManagedExecutorService executor;
    @Inject DeliveryTable table;
    @Inject DeliveryBody bodies;
    @Inject WebhookSecrets secrets;
    @Inject WebhookAddresses addresses;

    private final Clock clock = Clock.systemUTC();
    private final PinnedPost post = new PinnedPost(LIMIT);
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Set<UUID> busyUsers = ConcurrentHashMap.newKeySet();

    public void onDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryDue due) {
        sendSoon();
    }

    public void sendSoon() {
        if (free.tryAcquire()) {
            executor.execute(this::sendWhatIsDue);
        }
    }

    private void sendWhatIsDue() {
        try {
            while (sendNext()) {
                // Another one may wait, and another sender may take it.
                sendSoon();
            }
        } catch (RuntimeException e) {
            // The rows stand; the timer tries again in a few seconds.
            LOG.log(Level.WARNING, "The sending of webhooks was interrupted: {0}", e.toString());
        } finally {
            free.release();
        }
    }

    /**
     * @return whether there was one
     */
    boolean sendNext() {
        Optional<DueDelivery> due = claim();
        due.ifPresent(
                delivery -> {
                    try {
                        send(delivery);
                    } finally {
                        busyUsers.remove(delivery.userId());
                    }
                });
        return due.isPresent();
    }

    /** One after the other, or two senders would find the same user not busy. */
    private synchronized Optional<DueDelivery> claim() {
        Optional<DueDelivery> due = table.claim(busyUsers);
        due.ifPresent(delivery -> busyUsers.add(delivery.userId()));
        return due;
    }

    private void send(DueDelivery delivery) {
        Optional<byte[]> body = bodies.of(delivery);
        Optional<String> secret = secrets.of(delivery.userId());
        if (body.isEmpty() || secret.isEmpty()) {
            // The account is being erased, and the row with it.
            return;
        }
        Outcome outcome = exchange(delivery, body.get(), secret.get());
        if (RetryPlan.isTaken(outcome.statusCode())) {
            table.delivered(delivery, outcome);
            return;
        }
        RetryPlan.waitAfter(delivery.attempt(), outcome.statusCode())
                .ifPresentOrElse(
                        wait -> table.putOff(delivery, outcome, wait),
                        () -> table.giveUp(delivery, outcome));
    }

    private Outcome exchange(DueDelivery delivery, byte[] body, String secret) {
        long start = System.nanoTime();
        try {
            // The name may lead elsewhere by now, so it is checked again, and the connection goes
            // to the address that was checked.
            URI target = addresses.parse(delivery.url());
            int status =
                    post.send(
                            target,
                            addresses.resolve(target)[0],
                            Signature.headers(delivery, body, secret, clock.instant()),
                            body);
            return Outcome.answered(status, millisecondsSince(start));
        } catch (AddressRefusedException | IOException e) {
            return Outcome.failed(e.getMessage(), millisecondsSince(start));
        }
    }

    private static int millisecondsSince(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
