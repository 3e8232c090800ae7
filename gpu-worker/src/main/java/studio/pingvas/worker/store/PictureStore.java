package studio.pingvas.worker.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.store.NewObject;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Encoded;
import studio.pingvas.worker.image.PngEncoder;
import studio.pingvas.worker.image.WebpThumbnail;
import studio.pingvas.worker.recipe.Recipe;

/** Stores a picture as original, thumbnail and recipe. */
public final class PictureStore {
    private final ObjectStore objects;
    private final LongSupplier waitedNanos;
    private final Encoded pixels = new Encoded(PngEncoder::pixels);
    private final Encoded thumbnails = new Encoded(WebpThumbnail::encode);

    /** Over a store that never makes anybody wait. */
    public PictureStore(ObjectStore objects) {
        this(objects, () -> 0);
    }

    public PictureStore(PatientStore objects) {
        this(objects, objects::waitedNanos);
    }

    PictureStore(ObjectStore objects, LongSupplier waitedNanos) {
        this.objects = objects;
        this.waitedNanos = waitedNanos;
    }

    /** A clock that stands still while the store is away: no job is to blame for that. */
    public long workingNanos() {
        return System.nanoTime() - waitedNanos.getAsLong();
    }

    /**
     * What somebody begins with.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    public InputStream open(String key) throws IOException {
        return objects.open(key);
    }

    /**
     * Every attempt has a key of its own: an attempt that was believed dead cannot overwrite what a
     * later one has stored.
     */
    public GeneratedImage put(
            UUID userId, UUID imageId, Attempt attempt, Bitmap bitmap, Recipe recipe)
            throws IOException {
        String folder =
                "users/%s/images/%s/%d-%d/"
                        .formatted(userId, imageId, attempt.dispatch(), attempt.delivery());
        byte[] original = PngEncoder.encode(bitmap, pixels.of(bitmap), recipe.toPngTexts());
        byte[] thumbnail = thumbnails.of(bitmap);
        String json = recipe.toJson();
        GeneratedImage image =
                new GeneratedImage(
                        imageId,
                        recipe.seed(),
                        bitmap.width(),
                        bitmap.height(),
                        folder + "original.png",
                        folder + "thumbnail.webp",
                        folder + "metadata.json",
                        original.length,
                        thumbnail.length,
                        Sha256.of(original),
                        json);
        objects.putAll(
                List.of(
                        new NewObject(image.originalKey(), original, "image/png"),
                        new NewObject(image.thumbnailKey(), thumbnail, "image/webp"),
                        new NewObject(
                                image.metadataKey(),
                                json.getBytes(StandardCharsets.UTF_8),
                                "application/json")));
        return image;
    }
}
