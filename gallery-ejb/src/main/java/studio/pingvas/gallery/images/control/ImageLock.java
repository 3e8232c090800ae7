package studio.pingvas.gallery.images.control;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps the recording of a picture and the deletion of its unrecorded objects apart, until the
 * transaction ends. A row that is not there yet cannot be locked.
 */
public final class ImageLock {
    // Any constant serves, as long as nothing else in this database uses it with a second key.
    private static final int SPACE = 0x494D4147;

    private ImageLock() {}

    /** Held by those who record; they do not hinder each other. */
    public static void forRecording(EntityManager entities, List<UUID> imageIds) {
        take(entities, "pg_advisory_xact_lock_shared", imageIds);
    }

    public static void againstRecording(EntityManager entities, UUID imageId) {
        take(entities, "pg_advisory_xact_lock", List.of(imageId));
    }

    private static void take(EntityManager entities, String lock, List<UUID> imageIds) {
        entities.createNativeQuery(
                        "select count("
                                + lock
                                + "(?1, hashtext(id))) from unnest(string_to_array(?2, ',')) as id")
                .setParameter(1, SPACE)
                .setParameter(2, textOf(imageIds))
                .getSingleResult();
    }

    static String textOf(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
