package studio.pingvas.generation.inputs;

import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.platform.picture.PictureFormat;

/**
 * An uploaded file whose header has been read.
 *
 * @param extent as it is seen
 * @param sha256 of its bytes, lower-case hex
 */
public record Upload(UploadedFile file, PictureFormat format, Extent extent, String sha256) {}
