package studio.pingvas.web.rest.gallery;

import java.time.Instant;
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

/** A catalogue of a single picture that remembers what it was asked. */
final class OnePicture implements ImageCatalog {
    static final UUID OWNER = new UUID(1, 1);
    static final UUID ID = new UUID(2, 2);
    static final ImageView VIEW =
            new ImageView(
                    ID,
                    new UUID(3, 3),
                    128,
                    256,
                    "a house",
                    "people",
                    "tiny",
                    4_294_967_295L,
                    16,
                    3.5,
                    "flow-match-euler",
                    false,
                    5,
                    Instant.parse("2026-01-02T03:04:05.678901Z"),
                    "{\"seed\":4294967295,\"sizes\":[1,2.50]}");

    String asked;
    int deletedAfterLooks = Integer.MAX_VALUE;

    @Override
    public void record(List<NewImage> images) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImageView get(UUID userId, UUID imageId) {
        require(userId, imageId);
        return VIEW;
    }

    @Override
    public ImagePage list(UUID userId, ImageFilter filter, String cursor, int limit) {
        asked = "list " + filter.model() + " " + filter.text() + " " + cursor + " " + limit;
        return new ImagePage(List.of(VIEW), "next", null);
    }

    @Override
    public ImagePage page(UUID userId, ImageFilter filter, int page, int perPage) {
        asked = "page " + filter.model() + " " + filter.text() + " " + page + " " + perPage;
        return new ImagePage(List.of(VIEW), "next", 51L);
    }

    @Override
    public List<ImageView> ofJob(UUID userId, UUID jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredImage stored(UUID userId, UUID imageId, Rendition rendition) {
        require(userId, imageId);
        return rendition == Rendition.ORIGINAL
                ? new StoredImage("a/original.png", "image/png", 5, "abc")
                : new StoredImage("a/thumbnail.webp", "image/webp", 3, "abc-thumbnail");
    }

    @Override
    public void delete(UUID userId, UUID imageId) {
        deletedAfterLooks = 0;
    }

    private void require(UUID userId, UUID imageId) {
        if (deletedAfterLooks-- <= 0 || !OWNER.equals(userId) || !ID.equals(imageId)) {
            throw new NotFoundException("The image");
        }
    }
}
