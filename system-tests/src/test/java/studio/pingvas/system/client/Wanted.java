package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a request for pictures: {@code aPicture().of("a red house").seed(7)}. */
public final class Wanted {
    private final ObjectNode body;

    private Wanted(ObjectNode body) {
        this.body = body;
    }

    /** With few steps: most tests care for the way, not for the picture. */
    public static Wanted aPicture() {
        return new Wanted(
                new ObjectMapper()
                        .createObjectNode()
                        .put("prompt", "a red house by the sea at night")
                        .put("steps", 4));
    }

    public Wanted of(String prompt) {
        return with("prompt", prompt);
    }

    public Wanted seed(long seed) {
        return with("seed", seed);
    }

    public Wanted steps(int steps) {
        return with("steps", steps);
    }

    public Wanted size(int width, int height) {
        return with("width", width).with("height", height);
    }

    public Wanted with(String field, Object value) {
        ObjectNode changed = body.deepCopy();
        changed.putPOJO(field, value);
        return new Wanted(changed);
    }

    public String json() {
        return body.toString();
    }
}
