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

    /** True, and held by those who record rows of that id; they do not hinder each other. */
    static final String FOR_RECORDING =
            "pg_advisory_xact_lock_shared(%d, hashtext(cast(id as text))) is not null"
                    .formatted(SPACE);

    private ImageLock() {}

    public static void againstRecording(EntityManager entities, UUID imageId) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1, hashtext(?2)) as text)")
                .setParameter(1, SPACE)
                .setParameter(2, imageId.toString())
                .getSingleResult();
    }
}
