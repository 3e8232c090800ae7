package studio.pingvas.gallery.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.gallery.images.boundary.Gallery;
import studio.pingvas.gallery.images.control.ImageLock;
import studio.pingvas.gallery.images.control.ImageRecording;
import studio.pingvas.gallery.store.GalleryObjects;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.platform.store.ObjectStore;

class ObjectSweepTest {
    private static final UUID ANN = Uuid7.create();
    private static final Duration AGE = Duration.ofHours(12);
    private static final Instant NOW = Instant.now();

    @TempDir Path root;

    private ObjectStore store;
    private Gallery gallery;
    private ObjectSweep sweep;

    @BeforeEach
    void open() {
        store = new FileObjectStore(root);
        gallery = new Gallery(store);
        gallery.execute("update gallery.object_sweep set after_key = null");
        sweep = aSweep(at(NOW.minus(Duration.ofHours(1))));
        sweep.begin();
        sweep.clock = at(NOW);
    }

    @Test
    void objectsOfALostAttemptGoAndThoseOfThePictureStay() throws Exception {
        NewImage image = aRecordedImage();
        String lost = image.originalKey().replace("/1-1/", "/1-2/");
        put(lost, Duration.ofHours(13));

        assertThat(sweep.run())
                .isEqualTo(
                        "Looked at 4 objects to the last, deleted 1 of lost attempts;"
                                + " 0 pictures lack objects.");

        assertThat(root.resolve(lost)).doesNotExist();
        for (String key : keys(image)) {
            assertThat(root.resolve(key)).exists();
        }
    }

    @Test
    void picturesThatNobodyRecordedGoWhenTheyAreOldEnough() throws Exception {
        NewImage old = Gallery.anImage(ANN);
        NewImage young = Gallery.anImage(ANN);
        putAll(old, AGE.plusMinutes(1));
        putAll(young, AGE.minusMinutes(1));

        sweep.run();

        assertThat(root.resolve(old.originalKey())).doesNotExist();
        assertThat(root.resolve(young.originalKey())).exists();
    }

    @Test
    void whatHasAnotherFormIsLeftAlone() throws Exception {
        List<String> others =
                List.of(
                        "users/" + ANN + "/inputs/" + UUID.randomUUID() + ".png",
                        "users/" + ANN + "/images/" + UUID.randomUUID() + "/original.png",
                        "users/" + ANN + "/images/" + UUID.randomUUID() + "/1-1/a/b.png",
                        "users/somebody/images/" + UUID.randomUUID() + "/1-1/original.png",
                        "models/x/1-1/original.png");
        for (String key : others) {
            put(key, Duration.ofDays(900));
        }

        sweep.run();

        for (String key : others) {
            assertThat(root.resolve(key)).exists();
        }
    }

    @Test
    void aPictureWithoutItsObjectsIsReportedAndKept() throws Exception {
        NewImage whole = aRecordedImage();
        NewImage broken = aRecordedImage();
        store.delete(broken.thumbnailKey());
        NewImage gone = Gallery.anImage(ANN);
        gallery.record(gone);
        NewImage justRecorded = Gallery.anImage(ANN);
        gallery.execute("update gallery.image set created_at = now() - interval '2 hours'");
        gallery.record(justRecorded);

        assertThat(sweep.run()).endsWith(" 2 pictures lack objects.");

        assertThat(gallery.count("gallery.image")).isEqualTo(4);
        assertThat(root.resolve(whole.originalKey())).exists();
        assertThat(root.resolve(broken.originalKey())).exists();
    }

    @Test
    void theStoreIsWalkedThroughInPagesThatDoNotCutAPicture() throws Exception {
        int pictures = ObjectSweep.PAGE / 3 + 10;
        for (int i = 0; i < pictures; i++) {
            aRecordedImage();
        }
        gallery.execute("update gallery.image set created_at = now() - interval '2 hours'");

        assertThat(sweep.run())
                .isEqualTo(
                        "Looked at %d objects to the last, deleted 0 of lost attempts;"
                                        .formatted(3 * pictures)
                                + " 0 pictures lack objects.");
        assertThat(gallery.count("gallery.object_sweep where after_key is null")).isOne();
    }

    @Test
    void aRunGoesOnWhereTheLastOneEnded() throws Exception {
        NewImage first = Gallery.anImage(new UUID(1, 1));
        NewImage second = Gallery.anImage(new UUID(2, 2));
        putAll(first, Duration.ofDays(2));
        putAll(second, Duration.ofDays(2));
        gallery.execute(
                "update gallery.object_sweep set after_key = '" + first.thumbnailKey() + "'");

        sweep.run();

        assertThat(root.resolve(first.originalKey())).exists();
        assertThat(root.resolve(second.originalKey())).doesNotExist();

        sweep.run();

        assertThat(root.resolve(first.originalKey())).doesNotExist();
    }

    @Test
    void aPictureThatIsBeingRecordedKeepsItsObjects() throws Exception {
        NewImage image = Gallery.anImage(ANN);
        putAll(image, Duration.ofDays(2));
        CountDownLatch inserted = new CountDownLatch(1);
        CompletableFuture<Void> recording =
                CompletableFuture.runAsync(
                        () ->
                                Gallery.inTransaction(
                                        entities -> {
                                            new ImageRecording(entities).record(List.of(image));
                                            inserted.countDown();
                                            pause();
                                            return null;
                                        }));
        assertThat(inserted.await(20, TimeUnit.SECONDS)).isTrue();

        sweep.run();
        recording.join();

        for (String key : keys(image)) {
            assertThat(root.resolve(key)).exists();
        }
        assertThat(gallery.count("gallery.image")).isOne();
    }

    @Test
    void aPictureIsNotRecordedWhileItsObjectsAreBeingDeleted() throws Exception {
        NewImage image = Gallery.anImage(ANN);
        CompletableFuture<Void> recording =
                Gallery.inTransaction(
                        entities -> {
                            ImageLock.againstRecording(entities, image.id());
                            CompletableFuture<Void> begun =
                                    CompletableFuture.runAsync(() -> gallery.record(image));
                            pause();
                            assertThat(begun).isNotDone();
                            return begun;
                        });
        recording.join();

        assertThat(gallery.count("gallery.image")).isOne();
    }

    @Test
    void rightAfterTheStartNothingIsDeleted() throws Exception {
        NewImage image = Gallery.anImage(ANN);
        putAll(image, Duration.ofDays(2));
        sweep = aSweep(at(NOW));
        sweep.begin();

        assertThat(sweep.run()).startsWith("Nothing yet");
        assertThat(root.resolve(image.originalKey())).exists();
    }

    @Test
    void anAgeThatCouldMeetARunningJobStopsTheStart() {
        sweep.age = Duration.ofMinutes(59);

        assertThatThrownBy(sweep::begin).hasMessageContaining("studio.store.orphan-age");
    }

    private ObjectSweep aSweep(Clock clock) {
        ObjectSweep task = new ObjectSweep();
        task.age = AGE;
        task.clock = clock;
        task.objects =
                new GalleryObjects() {
                    @Override
                    public ObjectStore store() {
                        return store;
                    }
                };
        task.rows = new RowsInTransactions(task.objects);
        return task;
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private static void pause() {
        try {
            Thread.sleep(400);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private NewImage aRecordedImage() throws IOException {
        NewImage image = Gallery.anImage(ANN);
        putAll(image, Duration.ofDays(2));
        gallery.record(image);
        return image;
    }

    private void putAll(NewImage image, Duration age) throws IOException {
        for (String key : keys(image)) {
            put(key, age);
        }
    }

    private void put(String key, Duration age) throws IOException {
        Path file = root.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1]);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private static List<String> keys(NewImage image) {
        return List.of(image.originalKey(), image.thumbnailKey(), image.metadataKey());
    }
}
