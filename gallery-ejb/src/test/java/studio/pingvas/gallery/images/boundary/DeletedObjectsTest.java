package studio.pingvas.gallery.images.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.gallery.images.boundary.Gallery.anImage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.store.FileObjectStore;

class DeletedObjectsTest {
    private static final UUID ANN = Uuid7.create();
    private static final String WAITING = "gallery.deleted_object where removed_at is null";

    @TempDir Path root;
    private FileObjectStore store;
    private Gallery gallery;

    @BeforeEach
    void open() {
        store = new FileObjectStore(root);
        gallery = new Gallery(store);
    }

    @Test
    void aDeletedPictureLeavesNoRowAndNoObject() throws Exception {
        NewImage image = recorded();
        NewImage other = recorded();

        gallery.delete(ANN, image.id());

        assertThat(gallery.count("gallery.image")).isOne();
        for (String key : keys(image)) {
            assertThatThrownBy(() -> store.open(key)).isInstanceOf(NoSuchFileException.class);
        }
        assertThat(gallery.count(WAITING)).isZero();
        for (String key : keys(other)) {
            store.open(key).close();
        }
    }

    @Test
    void aSecondDeletionFindsNothing() throws Exception {
        NewImage image = recorded();
        gallery.delete(ANN, image.id());

        assertThatThrownBy(() -> gallery.delete(ANN, image.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatTheStoreRefusesIsRemovedLater() throws Exception {
        NewImage image = recorded();
        Path obstacle = obstruct(image.thumbnailKey());

        gallery.delete(ANN, image.id());
        assertThat(gallery.count("gallery.image")).isZero();
        assertThat(gallery.count(WAITING)).isOne();
        assertThat(gallery.removeWaiting()).isZero();
        assertThat(gallery.count(WAITING + " and tried_at is not null")).isOne();

        Files.delete(obstacle);
        assertThat(gallery.removeWaiting()).isOne();
        assertThat(gallery.count(WAITING)).isZero();
        assertThat(root.resolve(image.thumbnailKey())).doesNotExist();
    }

    @Test
    void whatACrashLeavesBehindIsRemovedLater() throws Exception {
        NewImage image = recorded();

        gallery.removeRow(ANN, image.id());
        assertThat(root.resolve(image.originalKey())).exists();

        assertThat(gallery.removeWaiting()).isEqualTo(3);
        assertThat(root.resolve(image.originalKey())).doesNotExist();
    }

    @Test
    void anObjectThatCannotBeRemovedHoldsUpNoOther() throws Exception {
        for (int i = 0; i < DeletedObjects.BATCH; i++) {
            NewImage image = recorded();
            obstruct(image.originalKey());
            gallery.removeRow(ANN, image.id());
        }
        // Every round brings the refused ones to the end of the line.
        for (int round = 0; round < 4; round++) {
            gallery.removeWaiting();
        }

        assertThat(gallery.count(WAITING)).isEqualTo(DeletedObjects.BATCH);
    }

    @Test
    void nodesDoNotWaitForEachOther() throws Exception {
        NewImage image = recorded();
        gallery.removeRow(ANN, image.id());

        int removedByOther =
                Gallery.inTransaction(
                        entities -> {
                            entities.createNativeQuery(
                                            "select object_key from gallery.deleted_object"
                                                    + " limit 1 for update")
                                    .getResultList();
                            return gallery.removeWaiting();
                        });

        assertThat(removedByOther).isEqualTo(2);
        assertThat(gallery.count(WAITING)).isOne();
    }

    @Test
    void aLateResultOfAnotherAttemptLosesItsObjectsToo() throws Exception {
        NewImage image = recorded();
        gallery.delete(ANN, image.id());
        gallery.execute("update gallery.deleted_object set object_key = object_key || '.first'");
        put(image);

        gallery.record(image);

        assertThat(gallery.count("gallery.image")).isZero();
        assertThat(gallery.removeWaiting()).isEqualTo(3);
        assertThat(root.resolve(image.originalKey())).doesNotExist();
    }

    @Test
    void removedObjectsAreForgottenAfterAMonthAndWaitingOnesNever() throws Exception {
        NewImage old = recorded();
        gallery.delete(ANN, old.id());
        gallery.execute(
                "update gallery.deleted_object set removed_at = now() - interval '31 days'");
        NewImage recent = recorded();
        gallery.delete(ANN, recent.id());
        NewImage waiting = recorded();
        gallery.removeRow(ANN, waiting.id());
        gallery.execute(
                "update gallery.deleted_object set deleted_at = now() - interval '9 years'");

        gallery.forgetRemoved();

        assertThat(gallery.count("gallery.deleted_object")).isEqualTo(6);
        assertThat(gallery.count(WAITING)).isEqualTo(3);
    }

    private NewImage recorded() throws IOException {
        NewImage image = anImage(ANN);
        put(image);
        gallery.record(image);
        return image;
    }

    private void put(NewImage image) throws IOException {
        for (String key : keys(image)) {
            store.put(key, key.getBytes(UTF_8), "application/octet-stream");
        }
    }

    private static List<String> keys(NewImage image) {
        return List.of(image.originalKey(), image.thumbnailKey(), image.metadataKey());
    }

    /** A folder that is not empty cannot be deleted as a file. */
    private Path obstruct(String key) throws IOException {
        Path file = root.resolve(key);
        Files.delete(file);
        Files.createDirectory(file);
        return Files.createFile(file.resolve("obstacle"));
    }
}
