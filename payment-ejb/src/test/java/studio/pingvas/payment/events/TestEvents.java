package studio.pingvas.payment.events;

import jakarta.persistence.EntityManager;
import studio.pingvas.payment.SilentEvent;

/** Wires what the container would. */
public final class TestEvents {
    private TestEvents() {}

    public static PaymentEvents in(EntityManager entities) {
        PaymentEvents events = new PaymentEvents();
        events.entities = entities;
        events.added = new SilentEvent<>();
        return events;
    }
}
