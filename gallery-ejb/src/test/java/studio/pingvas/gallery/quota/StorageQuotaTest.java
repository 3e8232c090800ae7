package studio.pingvas.gallery.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.gallery.images.boundary.Gallery.anImage;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.gallery.events.GalleryEventsFixture;
import studio.pingvas.gallery.images.boundary.Gallery;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.store.FileObjectStore;

class StorageQuotaTest {
    private static final long ONE_IMAGE = 44_000;

    private final UUID ann = Uuid7.create();

    @TempDir Path root;
    private Gallery gallery;

    @BeforeEach
    void open() {
        gallery = new Gallery(new FileObjectStore(root));
        gallery.record(anImage(ann), anImage(ann), anImage(Uuid7.create()));
    }

    @Test
    void whatFitsIsNoNews() throws Exception {
        check(2 * ONE_IMAGE);
        assertThat(told()).isZero();
    }

    @Test
    void moreThanTheQuotaIsToldWithItsSizes() throws Exception {
        check(2 * ONE_IMAGE - 1);

        assertThat(
                        gallery.count(
                                "gallery.outgoing_event where address = 'gallery.events'"
                                        + " and type = 'StorageOverQuota'"
                                        + " and body::json->>'used_bytes' = '88000'"
                                        + " and body::json->>'quota_bytes' = '87999'"))
                .isOne();
    }

    @Test
    void itIsToldOnceADay() throws Exception {
        check(1);
        check(1);
        assertThat(told()).isOne();

        gallery.execute("update gallery.quota_warning set told_at = now() - interval '1 day'");
        check(1);
        assertThat(told()).isEqualTo(2);
    }

    private void check(long quotaBytes) {
        Gallery.inTransaction(
                entities -> {
                    StorageQuota quota = new StorageQuota();
                    quota.entities = entities;
                    quota.events = GalleryEventsFixture.events(entities);
                    quota.check(ann, quotaBytes);
                    return null;
                });
    }

    private long told() throws Exception {
        return gallery.count("gallery.outgoing_event");
    }
}
