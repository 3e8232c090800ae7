package studio.pingvas.user.events;

import jakarta.persistence.EntityManager;
import studio.pingvas.platform.messaging.FiredEvents;

/** The publisher as the container wires it. */
public final class UserEventsFixture {
    private UserEventsFixture() {}

    public static UserEvents events(EntityManager entities) {
        UserEvents events = new UserEvents();
        events.entities = entities;
        events.added = new FiredEvents<>();
        return events;
    }
}
