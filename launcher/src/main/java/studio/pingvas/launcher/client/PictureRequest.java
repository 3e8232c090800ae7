package studio.pingvas.launcher.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to draw; null leaves the choice to the model.
 *
 * @param size width and height in pixels, as {@code 512x512}, or one number for a square
 */
public record PictureRequest(
        String prompt,
        String negativePrompt,
        String model,
        String size,
        Integer steps,
        Double cfgScale,
        Long seed,
        Integer count) {
    /** As the body of the request. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", prompt);
        putIfSet(body, "negative_prompt", negativePrompt);
        putIfSet(body, "model", model);
        putIfSet(body, "steps", steps);
        putIfSet(body, "cfg_scale", cfgScale);
        putIfSet(body, "seed", seed);
        putIfSet(body, "count", count);
        if (size != null) {
            String[] sides = size.toLowerCase(java.util.Locale.ROOT).split("x", 2);
            body.put("width", Integer.valueOf(sides[0].strip()));
            body.put("height", Integer.valueOf(sides[sides.length - 1].strip()));
        }
        return body;
    }

    private static void putIfSet(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
