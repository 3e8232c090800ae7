package studio.pingvas.generation.batches.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that changes from job to job.
 *
 * @param name as in the matrix
 * @param part of the prompt that it stands for; null if it sets fields
 * @param pointer JSON pointer to its values in the request
 * @param fields that it sets, as JSON names them
 * @param values one after the other
 */
record Axis(String name, String part, String pointer, Set<String> fields, List<?> values) {
    /** Sets the field of the same name. */
    static Axis of(String field, List<?> values) {
        return new Axis(field, null, "/matrix/" + field, Set.of(field), values);
    }

    static Axis ofPrompts(List<String> prompts) {
        return new Axis("prompt", null, "/prompts", Set.of("prompt"), prompts);
    }

    static Axis ofSizes(List<String> sizes) {
        return new Axis("size", null, "/matrix/size", Set.of("width", "height"), sizes);
    }

    static Axis ofPart(String part, List<String> values) {
        String escaped = part.replace("~", "~0").replace("/", "~1");
        return new Axis("prompt", part, "/matrix/prompt/" + escaped, Set.of(), values);
    }

    String pointerTo(int index) {
        return pointer + "/" + index;
    }

    /** Adds the value to those that tell an owner what a job is about. */
    void show(int index, Map<String, Object> values) {
        Object value = this.values.get(index);
        if (part == null) {
            values.put(name, value);
        } else {
            @SuppressWarnings("unchecked")
            var parts = (Map<String, Object>) values.computeIfAbsent(name, key -> newParts());
            parts.put(part, value);
        }
    }

    private static Map<String, Object> newParts() {
        return new LinkedHashMap<>();
    }
}
