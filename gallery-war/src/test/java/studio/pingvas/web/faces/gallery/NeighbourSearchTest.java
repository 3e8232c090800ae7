package studio.pingvas.web.faces.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImagePage;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;

class NeighbourSearchTest {
    private static final UUID ADA = new UUID(0, 1);

    private final NeighbourSearch search = new NeighbourSearch();

    @BeforeEach
    void fillTheGallery() {
        search.images = new ListedImages(250);
    }

    @Test
    void pictureInTheMiddleHasBothNeighbours() {
        assertThat(search.around(ADA, id(5))).isEqualTo(new Neighbours(id(4), id(6)));
    }

    @Test
    void endsOfTheGalleryHaveOneNeighbour() {
        assertThat(search.around(ADA, id(0))).isEqualTo(new Neighbours(null, id(1)));
        assertThat(search.around(ADA, id(249))).isEqualTo(new Neighbours(id(248), null));
    }

    @Test
    void neighboursAreFoundAcrossTheEdgesOfBatches() {
        assertThat(search.around(ADA, id(99))).isEqualTo(new Neighbours(id(98), id(100)));
        assertThat(search.around(ADA, id(100))).isEqualTo(new Neighbours(id(99), id(101)));
    }

    @Test
    void unknownPictureHasNone() {
        assertThat(search.around(ADA, id(1_000))).isEqualTo(new Neighbours(null, null));
    }

    private static UUID id(int place) {
        return new UUID(7, place);
    }

    /** A gallery that can only be leafed through. */
    private record ListedImages(int size) implements ImageCatalog {
        @Override
        public ImagePage list(UUID userId, ImageFilter filter, String cursor, int limit) {
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int to = Math.min(size, from + limit);
            List<ImageView> items = new ArrayList<>();
            for (int place = from; place < to; place++) {
                items.add(imageOf(id(place)));
            }
            return new ImagePage(items, to < size ? Integer.toString(to) : null, null);
        }

        private static ImageView imageOf(UUID id) {
            return new ImageView(
                    id, id, 8, 8, "", "", "tiny", 1, 1, 1, "", false, 1, Instant.EPOCH, "{}");
        }

        @Override
        public void record(List<NewImage> images) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImageView get(UUID userId, UUID imageId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImagePage page(UUID userId, ImageFilter filter, int page, int perPage) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ImageView> ofJob(UUID userId, UUID jobId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoredImage stored(UUID userId, UUID imageId, Rendition rendition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(UUID userId, UUID imageId) {
            throw new UnsupportedOperationException();
        }
    }
}
