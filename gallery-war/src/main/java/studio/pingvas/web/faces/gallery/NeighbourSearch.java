package studio.pingvas.web.faces.gallery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImagePage;
import studio.pingvas.contracts.gallery.ImageView;

/** Finds the pictures beside one by leafing through the gallery from its newest end. */
@RequestScoped
public class NeighbourSearch {
    private static final int BATCH = 100;

    /** Further back there is no leafing by keys, for it would read the whole gallery each time. */
    private static final int MAX_BATCHES = 10;

    @EJB ImageCatalog images;

    Neighbours around(UUID userId, UUID imageId) {
        UUID newer = null;
        boolean passed = false;
        String cursor = null;
        for (int batch = 0; batch < MAX_BATCHES; batch++) {
            ImagePage page = images.list(userId, ImageFilter.ALL, cursor, BATCH);
            for (ImageView image : page.items()) {
                if (passed) {
                    return new Neighbours(newer, image.id());
                }
                passed = image.id().equals(imageId);
                newer = passed ? newer : image.id();
            }
            cursor = page.nextCursor();
            if (cursor == null) {
                break;
            }
        }
        return passed ? new Neighbours(newer, null) : new Neighbours(null, null);
    }
}
