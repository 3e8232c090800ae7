package studio.pingvas.gallery.images.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.gallery.images.entity.DeletedObject;
import studio.pingvas.gallery.images.entity.Image;

/** Takes pictures out of the gallery and notes the objects they leave behind. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImageRows {
    private static final String REMOVE_SOME =
            """
            with picked as (
                select id from gallery.image where user_id = ?1 limit ?2 for update),
            dropped as (
                delete from gallery.image i using picked where i.id = picked.id
                returning i.id, original_key, thumbnail_key, metadata_key),
            noted as (
                insert into gallery.deleted_object (object_key, image_id)
                select unnest(array[original_key, thumbnail_key, metadata_key]), id from dropped
                on conflict (object_key) do nothing)
            select count(*) from dropped
            """;

    @PersistenceContext(unitName = "gallery")
    EntityManager entities;

    public void remove(UUID userId, UUID imageId) {
        Image image =
                entities.createQuery(
                                "select i from Image i where i.id = :id and i.userId = :userId",
                                Image.class)
                        .setParameter("id", imageId)
                        .setParameter("userId", userId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("The image"));
        image.objectKeys().forEach(key -> entities.persist(new DeletedObject(key, imageId)));
        entities.remove(image);
    }

    /**
     * Takes pictures of a user out of the gallery, in no order.
     *
     * @return how many, at most the limit
     */
    public int removeOf(UUID userId, int limit) {
        return ((Number)
                        entities.createNativeQuery(REMOVE_SOME)
                                .setHint("eclipselink.transaction.join-existing", "true")
                                .setParameter(1, userId)
                                .setParameter(2, limit)
                                .getSingleResult())
                .intValue();
    }
}
