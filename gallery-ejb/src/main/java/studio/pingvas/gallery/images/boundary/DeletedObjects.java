package studio.pingvas.gallery.images.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import studio.pingvas.gallery.store.GalleryObjects;
import studio.pingvas.platform.store.ObjectStore;

/** Removes objects of deleted pictures from the store; any node, as often as it takes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeletedObjects {
    /** Few, because a row stays locked while the store works on it. */
    static final int BATCH = 50;

    private static final Logger LOG = System.getLogger(DeletedObjects.class.getName());

    // What another node works on is skipped; what failed before comes last.
    private static final String LOCK_WAITING =
            """
            select object_key from gallery.deleted_object
            where removed_at is null
            order by tried_at nulls first
            limit ?1
            for update skip locked
            """;

    private static final String LOCK_OF_IMAGE =
            """
            select object_key from gallery.deleted_object
            where removed_at is null and image_id = ?1
            for update skip locked
            """;

    private static final String MARK_REMOVED =
            "update gallery.deleted_object set removed_at = now() where object_key = ?1";

    private static final String MARK_TRIED =
            "update gallery.deleted_object set tried_at = now() where object_key = ?1";

    private static final String FORGET =
            """
            delete from gallery.deleted_object where removed_at < now() - interval '30 days'
            """;

    @PersistenceContext(unitName = "gallery")
    EntityManager entities;

    @Inject GalleryObjects objects;

    ObjectStore store;

    @PostConstruct
    void open() {
        store = objects.store();
    }

    public void removeOf(UUID imageId) {
        remove(entities.createNativeQuery(LOCK_OF_IMAGE).setParameter(1, imageId));
    }

    /** Removes at most {@link #BATCH} objects and says how many are gone. */
    public int removeWaiting() {
        return remove(entities.createNativeQuery(LOCK_WAITING).setParameter(1, BATCH));
    }

    /** A result message is not delivered again after so long a time. */
    public void forgetRemoved() {
        entities.createNativeQuery(FORGET).executeUpdate();
    }

    private int remove(Query keys) {
        @SuppressWarnings("unchecked")
        List<String> locked = keys.getResultList();
        int removed = 0;
        for (String key : locked) {
            if (isGone(key)) {
                mark(MARK_REMOVED, key);
                removed++;
            } else {
                mark(MARK_TRIED, key);
            }
        }
        return removed;
    }

    private boolean isGone(String key) {
        try {
            store.delete(key);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Object {0} cannot be removed yet: {1}", key, e);
            return false;
        }
    }

    private void mark(String update, String key) {
        entities.createNativeQuery(update).setParameter(1, key).executeUpdate();
    }
}
