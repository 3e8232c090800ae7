package studio.pingvas.generation.webhooks.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import studio.pingvas.generation.jobs.control.WebhookOwed;
import studio.pingvas.platform.Uuid7;

/** Writes deliveries into the transactions that end jobs. */
@Dependent
public class WebhookOutbox {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject Event<DeliveryDue> due;

    public void add(@Observes WebhookOwed owed) {
        entities.createNativeQuery(
                        "INSERT INTO webhook_delivery (id, job_id, user_id, seq, event)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, Uuid7.create())
                .setParameter(2, owed.jobId())
                .setParameter(3, owed.userId())
                .setParameter(4, owed.seq())
                .setParameter(5, owed.type().key())
                .executeUpdate();
        due.fire(new DeliveryDue());
    }
}
