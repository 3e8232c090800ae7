package studio.pingvas.launcher.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param kind the last part of the route
 * @param body the fields of its JSON
 * @param files pictures that go with it, by the names of their parts
 */
public record PictureRequest(String kind, Map<String, Object> body, Map<String, Path> files) {
    private static final String WORKFLOW = "workflow";

    /**
     * @param image a picture that goes with it, or null
     * @param mask a mask that goes with it, or null
     */
    public PictureRequest(String kind, Map<String, Object> body, Path image, Path mask) {
        this(kind, body, filesOf(image, mask));
    }

    public static PictureRequest textToImage(Map<String, Object> body) {
        return new PictureRequest("text-to-image", body, Map.of());
    }

    public static PictureRequest workflow(Map<String, Object> body, Map<String, Path> files) {
        return new PictureRequest(WORKFLOW, body, files);
    }

    /** The same, and then more; each of the steps says its kind. */
    public PictureRequest then(List<Map<String, Object>> following) {
        if (following.isEmpty()) {
            return this;
        }
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("kind", kind);
        first.putAll(body);
        List<Map<String, Object>> steps = new ArrayList<>();
        steps.add(first);
        steps.addAll(following);
        return workflow(Map.of("steps", steps), files);
    }

    private static Map<String, Path> filesOf(Path image, Path mask) {
        Map<String, Path> files = new LinkedHashMap<>();
        if (image != null) {
            files.put("image", image);
        }
        if (mask != null) {
            files.put("mask", mask);
        }
        return files;
    }
}
