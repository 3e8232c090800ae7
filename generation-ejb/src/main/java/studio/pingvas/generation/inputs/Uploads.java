package studio.pingvas.generation.inputs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came with a request; null where nothing came.
 *
 * @param image to begin with
 * @param mask of an inpaint
 */
public record Uploads(Upload image, Upload mask) {
    /** What tells these files from others. */
    public String digest() {
        return Stream.of(image, mask)
                .map(upload -> upload == null ? "-" : upload.sha256())
                .collect(Collectors.joining(" "));
    }
}
