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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.platform.store.ObjectStore;

/**
 * Streams pictures from files; a browser that has one already asks no second time. From S3 they
 * come themselves: whoever may see a picture is sent there.
 */
@ApplicationScoped
public class ImageBytes {
    private static final Logger LOG = System.getLogger(ImageBytes.class.getName());

    // The bytes under an image id never change; only its owner may keep them.
    private static final String FOREVER = "private, max-age=31536000, immutable";

    private static final String INLINE = "inline";

    // Shorter than the address is good for, so that one that was kept still works.
    private static final String FOR_A_WHILE = "private, max-age=240";

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
        String disposition = dispositionOf(imageId, stored, download);
        Optional<URI> elsewhere =
                store.presignedGet(stored.objectKey(), stored.contentType(), disposition);
        if (elsewhere.isPresent()) {
            return Response.status(Response.Status.FOUND)
                    .location(elsewhere.get())
                    .header(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE)
                    .build();
        }
        ResponseBuilder response =
                Response.ok(open(userId, imageId, rendition, stored), stored.contentType())
                        .tag(tag)
                        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                        .header(HttpHeaders.CONTENT_LENGTH, stored.bytes())
                        .header("X-Content-Type-Options", "nosniff");
        if (!INLINE.equals(disposition)) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, disposition);
        }
        return response.build();
    }

    private static String dispositionOf(UUID imageId, StoredImage stored, String download) {
        return "1".equals(download)
                ? "attachment; filename=\"" + fileName(imageId, stored) + "\""
                : INLINE;
    }

    private InputStream open(UUID userId, UUID imageId, Rendition rendition, StoredImage stored) {
        try {
            return store.open(stored.objectKey());
        } catch (NoSuchFileException e) {
            // It may have been deleted since; then this call says so, and nothing is lost.
            images.stored(userId, imageId, rendition);
            throw new UncheckedIOException("Lost object of image " + imageId, e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The object store cannot be read", e);
            throw new UnavailableException("Pictures cannot be read just now. Try again soon.");
        }
    }

    private static String fileName(UUID imageId, StoredImage stored) {
        String subtype = stored.contentType().substring(stored.contentType().indexOf('/') + 1);
        return imageId + "." + subtype;
    }
}
