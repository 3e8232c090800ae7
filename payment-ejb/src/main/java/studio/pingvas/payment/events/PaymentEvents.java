package studio.pingvas.payment.events;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import studio.pingvas.contracts.payment.message.PaymentDestinations;
import studio.pingvas.platform.messaging.EventAdded;
import studio.pingvas.platform.messaging.EventOutbox;

/** Tells the other modules what happened here, if the transaction it happened in commits. */
@Dependent
public class PaymentEvents {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Event<EventAdded> added;

    /**
     * @param message one of {@code contracts.payment.message}
     * @return the id under which readers know it
     */
    public UUID publish(Record message) {
        UUID id = new EventOutbox(entities).add(PaymentDestinations.EVENTS, message);
        added.fire(new EventAdded(PaymentDestinations.EVENTS));
        return id;
    }
}
