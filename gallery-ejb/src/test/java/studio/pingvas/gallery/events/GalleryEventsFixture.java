package studio.pingvas.gallery.events;

import jakarta.persistence.EntityManager;
import studio.pingvas.platform.messaging.FiredEvents;

/** The publisher as the container wires it. */
public final class GalleryEventsFixture {
    private GalleryEventsFixture() {}

    public static GalleryEvents events(EntityManager entities) {
        GalleryEvents events = new GalleryEvents();
        events.entities = entities;
        events.added = new FiredEvents<>();
        return events;
    }
}
