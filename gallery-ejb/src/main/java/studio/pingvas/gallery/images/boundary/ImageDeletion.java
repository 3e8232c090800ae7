package studio.pingvas.gallery.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** First the row, for good; then the objects. */
@ApplicationScoped
public class ImageDeletion {
    private static final Logger LOG = System.getLogger(ImageDeletion.class.getName());

    @Inject ImageRows rows;
    @Inject DeletedObjects objects;

    public void delete(UUID userId, UUID imageId) {
        rows.remove(userId, imageId);
        try {
            objects.removeOf(imageId);
        } catch (RuntimeException e) {
            // The picture is gone for its owner; the timer removes what is left of it.
            LOG.log(Level.WARNING, "Objects of image " + imageId + " are left for later", e);
        }
    }
}
