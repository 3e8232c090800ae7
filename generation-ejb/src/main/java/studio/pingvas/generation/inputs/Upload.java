package studio.pingvas.generation.inputs;

import java.nio.ByteBuffer;
import studio.pingvas.platform.picture.PictureFormat;

/**
 * An uploaded file whose header has been read.
 *
 * @param file its bytes
 * @param extent as it is seen
 * @param sha256 of its bytes, lower-case hex
 */
public record Upload(ByteBuffer file, PictureFormat format, Extent extent, String sha256) {}
