package studio.pingvas.gallery.sweep;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.gallery.images.control.ImageLock;
import studio.pingvas.gallery.store.GalleryObjects;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.platform.store.ObjectStore;

/** What the rows say about objects; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SweptRows {
    private static final String RECORDED =
            """
            select original_key, thumbnail_key, metadata_key from gallery.image
            where id = any(cast(?1 as uuid[]))
            """;

    // Younger rows may have come after the list of objects was read.
    private static final String BETWEEN =
            """
            select original_key, thumbnail_key, metadata_key from gallery.image
            where original_key collate "C" > ?1 and (cast(?2 as text) is null
                    or original_key collate "C" <= ?2)
                and created_at < now() - interval '1 hour'
            order by original_key collate "C"
            limit ?3
            """;

    @PersistenceContext(unitName = "gallery")
    EntityManager entities;

    @Inject GalleryObjects objects;

    /** Where the last run ended; empty to begin with the first object. */
    public String position() {
        return (String)
                entities.createNativeQuery(
                                "select coalesce(after_key, '') from gallery.object_sweep")
                        .getSingleResult();
    }

    /**
     * @param afterKey null to begin anew
     */
    public void moveTo(String afterKey) {
        entities.createNativeQuery("update gallery.object_sweep set after_key = cast(?1 as text)")
                .setParameter(1, afterKey)
                .executeUpdate();
    }

    /**
     * Keys of pictures whose objects stand in a part of the list.
     *
     * @param upTo null for the end of the list
     * @return those of one picture side by side
     */
    public List<List<String>> keysBetween(String after, String upTo, int limit) {
        return rows(
                entities.createNativeQuery(BETWEEN)
                        .setParameter(1, after)
                        .setParameter(2, upTo)
                        .setParameter(3, limit));
    }

    /** Of these images, all that is recorded. */
    public Set<String> recorded(Set<UUID> imageIds) {
        Set<String> keys = new HashSet<>();
        rows(entities.createNativeQuery(RECORDED).setParameter(1, ArrayText.of(imageIds)))
                .forEach(keys::addAll);
        return keys;
    }

    /**
     * Deletes objects, but none that is recorded: nobody records the picture meanwhile.
     *
     * @return how many
     */
    public int deleteUnrecorded(UUID imageId, List<String> keys) throws IOException {
        ImageLock.againstRecording(entities, imageId);
        Set<String> recorded = recorded(Set.of(imageId));
        ObjectStore store = objects.store();
        int deleted = 0;
        for (String key : keys) {
            if (!recorded.contains(key)) {
                store.delete(key);
                deleted++;
            }
        }
        return deleted;
    }

    private static List<List<String>> rows(Query query) {
        List<List<String>> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(Arrays.stream((Object[]) row).map(Object::toString).toList());
        }
        return rows;
    }
}
