package studio.pingvas.gallery.erasure;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import studio.pingvas.gallery.images.boundary.ImageRows;
import studio.pingvas.gallery.store.GalleryObjects;
import studio.pingvas.platform.store.ObjectStore;

/**
 * First the rows, which note the objects they leave behind; then the folder of the user in the
 * store, where also lies what no row knows: pictures of lost attempts and of cancelled jobs.
 */
@ApplicationScoped
public class ImageErasure {
    private static final int BATCH = 200;

    @Inject ImageRows rows;

    @Inject GalleryObjects objects;

    ObjectStore store;

    @PostConstruct
    void open() {
        store = objects.store();
    }

    /**
     * @return whether there may be more
     */
    public boolean step(UUID userId) {
        if (rows.removeOf(userId, BATCH) > 0) {
            return true;
        }
        try {
            store.deleteAllBelow("users/" + userId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }
}
