package studio.pingvas.gallery.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.gallery.images.boundary.Gallery.anImage;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.gallery.images.boundary.Gallery;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.erasure.Erasures;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.platform.store.ObjectStore;

class ImageErasureTest {
    private final UUID ann = Uuid7.create();
    private final UUID bob = Uuid7.create();
    private final ImageErasure erasure = new ImageErasure();
    private final Erasures orders = new Erasures(Gallery.role());

    @TempDir Path root;
    private FileObjectStore store;
    private Gallery gallery;

    @BeforeEach
    void open() {
        store = new FileObjectStore(root);
        gallery = new Gallery(store);
        erasure.rows = Gallery.rows();
        erasure.store = store;
    }

    @Test
    void noPictureAndNoObjectStaysAndOthersKeepTheirs() throws Exception {
        recorded(ann);
        recorded(ann);
        NewImage ofBob = recorded(bob);
        store.put(orphan(), "lost attempt".getBytes(UTF_8), "image/png");

        erase();

        assertThat(gallery.count("gallery.image where user_id = '" + ann + "'")).isZero();
        assertThat(root.resolve("users/" + ann)).doesNotExist();
        assertThat(gallery.count("gallery.image")).isOne();
        assertThat(root.resolve(ofBob.originalKey())).exists();
    }

    @Test
    void lateResultBringsNothingBack() throws Exception {
        erase();
        NewImage late = recorded(ann);

        assertThat(gallery.count("gallery.image")).isZero();
        assertThat(gallery.removeWaiting()).isEqualTo(3);
        assertThat(root.resolve(late.originalKey())).doesNotExist();
    }

    @Test
    void objectsThatComeAfterTheirFolderWasEmptiedAreFoundAMinuteLater() throws Exception {
        erase();
        store.put(orphan(), "late upload".getBytes(UTF_8), "image/png");
        orders.carryOut(erasure::step);
        assertThat(root.resolve(orphan())).exists();

        gallery.execute("update gallery.erasure set claimed_until = now()");
        orders.carryOut(erasure::step);
        assertThat(root.resolve(orphan())).doesNotExist();
    }

    @Test
    void storeThatIsDownIsAskedAgain() throws Exception {
        recorded(ann);
        erasure.store = storeThatIsDown();
        erase();
        assertThat(gallery.count("gallery.image")).isZero();
        assertThat(root.resolve("users/" + ann)).exists();

        erasure.store = store;
        gallery.execute("update gallery.erasure set claimed_until = now()");
        orders.carryOut(erasure::step);
        assertThat(root.resolve("users/" + ann)).doesNotExist();
    }

    private void erase() {
        orders.order(ann);
        orders.carryOut(erasure::step);
    }

    private String orphan() {
        return "users/" + ann + "/images/" + new UUID(0, 1) + "/1-1/original.png";
    }

    private NewImage recorded(UUID user) throws IOException {
        NewImage image = anImage(user);
        for (String key : List.of(image.originalKey(), image.thumbnailKey(), image.metadataKey())) {
            store.put(key, key.getBytes(UTF_8), "application/octet-stream");
        }
        gallery.record(image);
        return image;
    }

    private static ObjectStore storeThatIsDown() {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        ObjectStore.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, arguments) -> {
                            throw new IOException("The store is down.");
                        });
    }
}
