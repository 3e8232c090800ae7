package studio.pingvas.worker.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.store.PictureStore;

/**
 * What a request takes from the store.
 *
 * @param pictures by their keys
 * @param masks by their keys
 * @param digests sha256 of each file
 */
record InputPictures(
        Map<String, Bitmap> pictures, Map<String, Mask> masks, Map<String, String> digests) {
    // Enough for every picture that the reader takes; it has bounds of its own.
    private static final int MAX_BYTES = PictureHeader.MAX_BYTES;

    /**
     * @throws RequestRefusedException if one is not there any more or too large
     * @throws studio.pingvas.worker.image.InputRefusedException if one is no picture
     * @throws IOException if the store cannot be read just now
     */
    static InputPictures read(List<StepSources> steps, PictureStore store) throws IOException {
        InputPictures inputs = new InputPictures(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (StepSources step : steps) {
            if (step.image() instanceof PictureSource.Stored image
                    && !inputs.pictures.containsKey(image.key())) {
                byte[] file = inputs.read(store, image.key(), "picture");
                inputs.pictures.put(image.key(), PictureReader.read(file));
            }
            if (step.mask() instanceof PictureSource.Stored mask
                    && !inputs.masks.containsKey(mask.key())) {
                byte[] file = inputs.read(store, mask.key(), "mask");
                inputs.masks.put(mask.key(), Mask.read(file));
            }
        }
        return inputs;
    }

    private byte[] read(PictureStore store, String key, String what) throws IOException {
        try (InputStream in = store.open(key)) {
            // One copy of it; the store reads no more than a little above that.
            byte[] bytes = in.readAllBytes();
            if (bytes.length > MAX_BYTES) {
                throw new RequestRefusedException(
                        "image-too-large", "The " + what + " is too large; use a smaller one.");
            }
            digests.put(key, Sha256.of(bytes));
            return bytes;
        } catch (NoSuchFileException e) {
            throw new RequestRefusedException(
                    "image-not-found",
                    "The " + what + " to begin with is not there any more; choose another.");
        }
    }
}
