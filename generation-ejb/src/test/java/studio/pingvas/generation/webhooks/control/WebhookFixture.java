package studio.pingvas.generation.webhooks.control;

import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aJob;

import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.generation.WebhookDeliveryView;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.WebhookOwed;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.platform.messaging.FiredEvents;

/** The webhooks of a module on a real database, wired as the container would. */
public final class WebhookFixture {
    public final GenerationDatabase database = GenerationDatabase.empty();
    public final FiredEvents<DeliveryDue> due = new FiredEvents<>();

    /** Each call in a transaction of its own. */
    public DeliveryTable table() {
        return new DeliveryTable() {
            @Override
            public Optional<DueDelivery> claim(Collection<UUID> passedOver) {
                return inTable(table -> table.claim(passedOver));
            }

            @Override
            public void delivered(DueDelivery sent, Outcome outcome) {
                inTable(table -> run(() -> table.delivered(sent, outcome)));
            }

            @Override
            public void putOff(DueDelivery sent, Outcome outcome, Duration wait) {
                inTable(table -> run(() -> table.putOff(sent, outcome, wait)));
            }

            @Override
            public void giveUp(DueDelivery sent, Outcome outcome) {
                inTable(table -> run(() -> table.giveUp(sent, outcome)));
            }

            @Override
            public boolean resend(UUID id, int most, Duration rest) {
                return inTable(table -> table.resend(id, most, rest));
            }

            @Override
            public int forgetOld() {
                return inTable(DeliveryTable::forgetOld);
            }
        };
    }

    public DeliveryViews views() {
        return new DeliveryViews() {
            @Override
            public List<WebhookDeliveryView> of(UUID userId, UUID jobId) {
                return database.inTransaction(
                        manager -> {
                            DeliveryViews views = new DeliveryViews();
                            views.entities = manager;
                            return views.of(userId, jobId);
                        });
            }
        };
    }

    public WebhookSecrets secrets() {
        return new WebhookSecrets() {
            @Override
            public Optional<String> of(UUID userId) {
                return inSecrets(secrets -> secrets.of(userId));
            }

            @Override
            public String renew(UUID userId) {
                return inSecrets(secrets -> secrets.renew(userId));
            }

            @Override
            public void forget(UUID userId) {
                inSecrets(secrets -> run(() -> secrets.forget(userId)));
            }
        };
    }

    /** A job of the user that ends at once; what it owes is written. */
    public GenerationJob endedJob(UUID userId, String webhookUrl) {
        GenerationJob job = aJob(userId, aFreePlan());
        job.asked().reportTo(webhookUrl);
        ForTests.add(database, job, 1_000);
        int before = database.owed.fired().size();
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.decideCancelled(job.id(), Actor.user(userId));
                    return run(() -> transitions.end(job.id(), 0, 2));
                });
        database.owed.fired().stream().skip(before).forEach(this::write);
        return job;
    }

    private void write(WebhookOwed owed) {
        database.inTransaction(
                manager -> {
                    WebhookOutbox outbox = new WebhookOutbox();
                    outbox.entities = manager;
                    outbox.due = due;
                    return run(() -> outbox.add(owed));
                });
    }

    private <T> T inTable(Function<DeliveryTable, T> work) {
        return database.inTransaction(
                manager -> {
                    DeliveryTable table = new DeliveryTable();
                    table.entities = manager;
                    return work.apply(table);
                });
    }

    private <T> T inSecrets(Function<WebhookSecrets, T> work) {
        return database.inTransaction(
                manager -> {
                    WebhookSecrets secrets = new WebhookSecrets();
                    secrets.entities = manager;
                    secrets.masterKey = Base64.getEncoder().encodeToString(new byte[32]);
                    return work.apply(secrets);
                });
    }

    private static Void run(Runnable work) {
        work.run();
        return null;
    }
}
