package studio.pingvas.worker.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.platform.Sha256;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.store.PictureStore;

/**
 * What a request begins with.
 *
 * @param picture null if it begins with nothing
 * @param pictureDigest sha256 of its file; null without
 * @param mask null unless a part is to be painted
 * @param maskDigest sha256 of its file; null without
 */
record InputPictures(Bitmap picture, String pictureDigest, Mask mask, String maskDigest) {
    // Enough for every picture that the reader takes; it has bounds of its own.
    private static final int MAX_BYTES = 64 << 20;

    /**
     * @throws RequestRefusedException if one is not there any more or too large
     * @throws studio.pingvas.worker.image.InputRefusedException if one is no picture, or the mask
     *     does not fit
     * @throws IOException if the store cannot be read just now
     */
    static InputPictures read(GenerateImage request, PictureStore store) throws IOException {
        if (request.imageKey() == null) {
            return new InputPictures(null, null, null, null);
        }
        byte[] file = read(store, request.imageKey(), "picture");
        Bitmap picture = PictureReader.read(file);
        if (request.maskKey() == null) {
            return new InputPictures(picture, Sha256.of(file), null, null);
        }
        byte[] maskFile = read(store, request.maskKey(), "mask");
        Mask mask = Mask.read(maskFile, picture.width(), picture.height());
        return new InputPictures(picture, Sha256.of(file), mask, Sha256.of(maskFile));
    }

    /** What the first step works from: each picture from the same. */
    StepInput forPictures(List<Long> seeds) {
        List<Bitmap> originals =
                picture == null ? List.of() : Collections.nCopies(seeds.size(), picture);
        return new StepInput(originals, mask, seeds);
    }

    private static byte[] read(PictureStore store, String key, String what) throws IOException {
        try (InputStream in = store.open(key)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RequestRefusedException(
                        "image-too-large", "The " + what + " is too large; use a smaller one.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new RequestRefusedException(
                    "image-not-found",
                    "The " + what + " to begin with is not there any more; choose another.");
        }
    }
}
