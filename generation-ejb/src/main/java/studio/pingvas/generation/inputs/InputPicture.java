package studio.pingvas.generation.inputs;

import java.util.UUID;

/**
 * A picture that a job begins with.
 *
 * @param imageId of the gallery; null if it was uploaded
 * @param objectKey where it lies; null if it was uploaded
 * @param upload null if it is of the gallery
 * @param extent as it is seen
 */
public record InputPicture(UUID imageId, String objectKey, Upload upload, Extent extent) {
    public static InputPicture of(Upload upload) {
        return new InputPicture(null, null, upload, upload.extent());
    }
}
