package studio.pingvas.generation.inputs;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.contracts.Sentence;
import studio.pingvas.contracts.generation.UploadedPictures;

/**
 * What came with a request.
 *
 * @param files by the names of what they are for, as in {@link UploadedPictures}
 */
public record Uploads(Map<String, Upload> files) {
    public Uploads {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * @param image null for none
     * @param mask null for none
     */
    public Uploads(Upload image, Upload mask) {
        this(named(image, mask));
    }

    /** To begin with; null for none. */
    public Upload image() {
        return files.get(UploadedPictures.IMAGE);
    }

    /** Of an inpaint; null for none. */
    public Upload mask() {
        return files.get(UploadedPictures.MASK);
    }

    /**
     * What a request has to say where a picture is needed.
     *
     * @param part that a file would come as
     * @param both whether it has named a picture and sent one
     */
    public static Sentence expected(String part, boolean both) {
        return both
                ? Sentence.of("Name a picture of your gallery or send one, not both.")
                : Sentence.of(
                        "Name a picture of your gallery, or send one as the part \"{0}\".", part);
    }

    /** What tells these files from others. */
    public String digest() {
        Stream<String> first =
                Stream.of(image(), mask()).map(upload -> upload == null ? "-" : upload.sha256());
        Stream<String> others =
                files.entrySet().stream()
                        .filter(file -> file.getValue() != image() && file.getValue() != mask())
                        .map(file -> file.getKey() + "=" + file.getValue().sha256());
        return Stream.concat(first, others).collect(Collectors.joining(" "));
    }

    private static Map<String, Upload> named(Upload image, Upload mask) {
        Map<String, Upload> files = new TreeMap<>();
        files.put(UploadedPictures.IMAGE, image);
        files.put(UploadedPictures.MASK, mask);
        files.values().removeIf(Objects::isNull);
        return files;
    }
}
