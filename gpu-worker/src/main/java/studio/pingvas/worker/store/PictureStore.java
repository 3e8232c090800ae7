package studio.pingvas.worker.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PngEncoder;
import studio.pingvas.worker.image.WebpThumbnail;
import studio.pingvas.worker.recipe.Recipe;

/** Stores a picture as original, thumbnail and recipe. */
public final class PictureStore {
    private final ObjectStore objects;

    public PictureStore(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Every attempt has a key of its own: an attempt that was believed dead cannot overwrite what a
     * later one has stored.
     */
    public GeneratedImage put(
            UUID userId, UUID imageId, Attempt attempt, Bitmap bitmap, Recipe recipe, String label)
            throws IOException {
        String folder =
                "users/%s/images/%s/%d-%d/"
                        .formatted(userId, imageId, attempt.dispatch(), attempt.delivery());
        byte[] original = PngEncoder.encode(bitmap, recipe.toPngTexts(label));
        byte[] thumbnail = WebpThumbnail.encode(bitmap);
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
                        sha256(original),
                        json);
        objects.put(image.originalKey(), original, "image/png");
        objects.put(image.thumbnailKey(), thumbnail, "image/webp");
        objects.put(image.metadataKey(), json.getBytes(StandardCharsets.UTF_8), "application/json");
        return image;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
