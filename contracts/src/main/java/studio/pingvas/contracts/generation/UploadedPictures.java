package studio.pingvas.contracts.generation;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Files that came with a request, in place of pictures that it names by id.
 *
 * @param files by the name of what they are for: {@link #IMAGE}, {@link #MASK}, or an input of a
 *     workflow
 */
public record UploadedPictures(Map<String, UploadedFile> files) {
    /** The picture to begin with. */
    public static final String IMAGE = "image";

    /** The mask of an inpaint. */
    public static final String MASK = "mask";

    public static final UploadedPictures NONE = new UploadedPictures(Map.of());

    public UploadedPictures {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * @param image null for none
     * @param mask null for none
     */
    public UploadedPictures(UploadedFile image, UploadedFile mask) {
        this(named(image, mask));
    }

    private static Map<String, UploadedFile> named(UploadedFile image, UploadedFile mask) {
        Map<String, UploadedFile> files = new TreeMap<>();
        files.put(IMAGE, image);
        files.put(MASK, mask);
        files.values().removeIf(Objects::isNull);
        return files;
    }
}
