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
}
