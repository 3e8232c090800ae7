package studio.pingvas.gallery.images.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImagePage;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.gallery.images.control.ImageQuery;
import studio.pingvas.gallery.images.control.ImageRecording;
import studio.pingvas.gallery.images.control.PageLimits;
import studio.pingvas.gallery.images.entity.Image;
import studio.pingvas.platform.database.Keyset;

/** The gallery as others see it: each user sees their own pictures alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaImageCatalog implements ImageCatalog {
    @PersistenceContext(unitName = "gallery")
    EntityManager entities;

    @Inject ImageDeletion deletion;

    @Override
    public void record(List<NewImage> images) {
        new ImageRecording(entities).record(images);
    }

    @Override
    public ImageView get(UUID userId, UUID imageId) {
        return owned(userId, imageId).view();
    }

    @Override
    public ImagePage list(UUID userId, ImageFilter filter, String cursor, int limit) {
        PageLimits.check(filter, limit);
        Keyset end = PageLimits.keysetOf(cursor);
        List<Image> found = new ImageQuery(entities, userId, filter).after(end, limit + 1);
        boolean more = found.size() > limit;
        List<Image> page = more ? found.subList(0, limit) : found;
        String next = more ? page.get(limit - 1).keyset().encode() : null;
        return new ImagePage(views(page), next, null);
    }

    @Override
    public ImagePage page(UUID userId, ImageFilter filter, int page, int perPage) {
        PageLimits.check(filter, page, perPage);
        ImageQuery query = new ImageQuery(entities, userId, filter);
        long total = query.count();
        List<Image> found = query.page((page - 1) * perPage, perPage);
        boolean more = !found.isEmpty() && (long) page * perPage < total;
        String next = more ? found.get(found.size() - 1).keyset().encode() : null;
        return new ImagePage(views(found), next, total);
    }

    /** One question: a transaction around it would be two more. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<ImageView> ofJob(UUID userId, UUID jobId) {
        return entities
                .createQuery(
                        "select i from Image i where i.userId = :userId and i.jobId = :jobId"
                                + " order by i.position",
                        Image.class)
                .setParameter("userId", userId)
                .setParameter("jobId", jobId)
                .getResultList()
                .stream()
                .map(Image::view)
                .toList();
    }

    @Override
    public StoredImage stored(UUID userId, UUID imageId, Rendition rendition) {
        return owned(userId, imageId).stored(rendition);
    }

    /**
     * Without a transaction of its own: the objects may go only after the row has gone for good.
     */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void delete(UUID userId, UUID imageId) {
        deletion.delete(userId, imageId);
    }

    private Image owned(UUID userId, UUID imageId) {
        return entities.createQuery(
                        "select i from Image i where i.id = :id and i.userId = :userId",
                        Image.class)
                .setParameter("id", imageId)
                .setParameter("userId", userId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The image"));
    }

    private static List<ImageView> views(List<Image> images) {
        return images.stream().map(Image::view).toList();
    }
}
