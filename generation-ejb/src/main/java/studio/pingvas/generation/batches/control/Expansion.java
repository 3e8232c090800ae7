package studio.pingvas.generation.batches.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.platform.json.Json;

/** The requests of a batch: the one they begin from, with the fields that the axes set. */
final class Expansion {
    private static final JsonMapper JSON = Json.strictMapper();
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + BatchRules.PART.pattern() + ")\\}");

    private final Class<? extends Painting> type;
    private final ObjectNode base;
    private final Axes axes;

    Expansion(Painting request, Axes axes) {
        this.type = request.getClass();
        this.base = JSON.valueToTree(request);
        this.axes = axes;
    }

    int count() {
        return (int) axes.combinations();
    }

    /** The same seed for all that say none. */
    void shareSeed(long seed) {
        if (!base.has("seed") && !axes.vary("seed")) {
            base.put("seed", seed);
        }
    }

    Painting at(int place) {
        ObjectNode request = base.deepCopy();
        Map<String, String> parts = new HashMap<>();
        int[] indexes = axes.indexesAt(place);
        for (int i = 0; i < indexes.length; i++) {
            Axis axis = axes.all().get(i);
            Object value = axis.values().get(indexes[i]);
            if (axis.part() != null) {
                parts.put(axis.part(), (String) value);
            } else if (axis.name().equals("size")) {
                setSize(request, (String) value);
            } else {
                request.set(axis.name(), JSON.valueToTree(value));
            }
        }
        fill(request, "prompt", parts);
        fill(request, "negative_prompt", parts);
        try {
            return JSON.treeToValue(request, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request cannot be written and read", e);
        }
    }

    private static void setSize(ObjectNode request, String size) {
        Matcher parts = BatchRules.SIZE.matcher(size);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a size: " + size);
        }
        request.put("width", Integer.parseInt(parts.group(1)));
        request.put("height", Integer.parseInt(parts.group(2)));
    }

    /** What is put in is not looked through again; unknown names in braces stay as they are. */
    private static void fill(ObjectNode request, String field, Map<String, String> parts) {
        if (request.hasNonNull(field)) {
            String filled =
                    PLACEHOLDER
                            .matcher(request.get(field).textValue())
                            .replaceAll(found -> Matcher.quoteReplacement(textFor(found, parts)));
            request.put(field, filled);
        }
    }

    private static String textFor(MatchResult found, Map<String, String> parts) {
        return parts.getOrDefault(found.group(1), found.group());
    }
}
