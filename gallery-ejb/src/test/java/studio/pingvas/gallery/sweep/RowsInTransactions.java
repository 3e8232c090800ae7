package studio.pingvas.gallery.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.gallery.images.boundary.Gallery;
import studio.pingvas.gallery.store.GalleryObjects;

/** Each call in a transaction of its own, as the container would run it. */
final class RowsInTransactions extends SweptRows {
    private final GalleryObjects store;

    RowsInTransactions(GalleryObjects store) {
        this.store = store;
    }

    @Override
    public String position() {
        return call(SweptRows::position);
    }

    @Override
    public void moveTo(String afterKey) {
        call(
                rows -> {
                    rows.moveTo(afterKey);
                    return null;
                });
    }

    @Override
    public List<List<String>> keysBetween(String after, String upTo, int limit) {
        return call(rows -> rows.keysBetween(after, upTo, limit));
    }

    @Override
    public Set<String> recorded(Set<UUID> imageIds) {
        return call(rows -> rows.recorded(imageIds));
    }

    @Override
    public int deleteUnrecorded(UUID imageId, List<String> keys) {
        return call(
                rows -> {
                    try {
                        return rows.deleteUnrecorded(imageId, keys);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private <T> T call(Function<SweptRows, T> work) {
        return Gallery.inTransaction(
                entities -> {
                    SweptRows rows = new SweptRows();
                    rows.entities = entities;
                    rows.objects = store;
                    return work.apply(rows);
                });
    }
}
