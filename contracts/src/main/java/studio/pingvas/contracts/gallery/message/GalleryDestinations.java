package studio.pingvas.contracts.gallery.message;

/** Where gallery-ejb tells what happened, as {@code artemis/} creates it. */
public final class GalleryDestinations {
    /** Topic: {@link StorageOverQuota}. */
    public static final String EVENTS = "gallery.events";

    /** Durable queue of {@link #EVENTS}, which user-ejb reads. */
    public static final String FOR_USER = EVENTS + "::gallery.events.user";

    private GalleryDestinations() {}
}
