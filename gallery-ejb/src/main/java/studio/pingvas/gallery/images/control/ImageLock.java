package studio.pingvas.gallery.images.control;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Keeps the recording of a picture and the deletion of its unrecorded objects apart, until the
 * transaction ends. A row that is not there yet cannot be locked.
 */
public final class ImageLock {
    // Any constant serves, as long as nothing else in this database uses it with a second key.
    private static final int SPACE = 0x494D4147;

    private ImageLock() {}

    /** Held by those who record; they do not hinder each other. */
    public static void forRecording(EntityManager entities, UUID imageId) {
        take(entities, "pg_advisory_xact_lock_shared", imageId);
    }

    public static void againstRecording(EntityManager entities, UUID imageId) {
        take(entities, "pg_advisory_xact_lock", imageId);
    }

    private static void take(EntityManager entities, String lock, UUID imageId) {
        entities.createNativeQuery("select cast(" + lock + "(?1, hashtext(?2)) as text)")
                .setParameter(1, SPACE)
                .setParameter(2, imageId.toString())
                .getSingleResult();
    }
}
