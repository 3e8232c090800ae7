package studio.pingvas.web.rest.gallery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.platform.store.ObjectStore;

/** Streams pictures from the store; a browser that has one already asks no second time. */
@ApplicationScoped
public class ImageBytes {
    // The bytes under an image id never change; only its owner may keep them.
    private static final String FOREVER = "private, max-age=31536000, immutable";

    @EJB ImageCatalog images;
    @Inject ObjectStore store;

    public Response answer(
            Request request, UUID userId, UUID imageId, Rendition rendition, String download) {
        StoredImage stored = images.stored(userId, imageId, rendition);
        EntityTag tag = new EntityTag(stored.etag());
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOREVER).build();
        }
        ResponseBuilder response =
                Response.ok(open(userId, imageId, rendition, stored), stored.contentType())
                        .tag(tag)
                        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                        .header(HttpHeaders.CONTENT_LENGTH, stored.bytes())
                        .header("X-Content-Type-Options", "nosniff");
        if ("1".equals(download)) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + fileName(imageId, stored) + "\"");
        }
        return response.build();
    }

    private InputStream open(UUID userId, UUID imageId, Rendition rendition, StoredImage stored) {
        try {
            return store.open(stored.objectKey());
        } catch (NoSuchFileException e) {
            // It may have been deleted since; then this call says so, and nothing is lost.
            images.stored(userId, imageId, rendition);
            throw new UncheckedIOException("Lost object of image " + imageId, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(UUID imageId, StoredImage stored) {
        String subtype = stored.contentType().substring(stored.contentType().indexOf('/') + 1);
        return imageId + "." + subtype;
    }
}
