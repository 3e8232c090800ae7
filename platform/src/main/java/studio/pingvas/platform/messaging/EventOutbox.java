package studio.pingvas.platform.messaging;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Facts for other modules, written in the transaction of the change they tell of: both are there,
 * or none. They wait in table {@code outgoing_event} of the module's own schema; its relay sends
 * them after the transaction, so a broker that is down holds up nobody and loses nothing.
 *
 * <p>A reader may get a fact twice, and after another one that is newer: it knows the repetition by
 * the id ({@link JmsText#eventId}) and the order by the time in the message.
 */
public final class EventOutbox {
    private final EntityManager entities;

    public EventOutbox(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param address of the broker; a topic
     * @param message a record with a schema
     * @return the id of the event
     */
    public UUID add(String address, Record message) {
        OutgoingEvent event = OutgoingEvent.of(address, message);
        entities.createNativeQuery(
                        "INSERT INTO outgoing_event (id, address, type, body)"
                                + " VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, event.id())
                .setParameter(2, event.address())
                .setParameter(3, event.type())
                .setParameter(4, event.body())
                .executeUpdate();
        return event.id();
    }
}
