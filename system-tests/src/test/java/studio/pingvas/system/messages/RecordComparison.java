package studio.pingvas.system.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Says in sentences where a record and the schema that describes it differ. */
final class RecordComparison {
    private RecordComparison() {}

    static List<String> differences(Class<? extends Record> type, JsonNode schema) {
        Map<String, Type> expected = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            expected.put(snakeCase(component.getName()), component.getGenericType());
        }
        JsonNode properties = schema.path("properties");
        List<String> differences = new ArrayList<>();
        for (String name : namesIn(expected.keySet(), properties)) {
            if (!expected.containsKey(name)) {
                differences.add(name + " is in the schema only");
            } else if (!properties.has(name)) {
                differences.add(name + " is in the record only");
            } else {
                String shape = shapeOf(expected.get(name));
                String described = shapeOf(properties.get(name), expected.get(name));
                if (!shape.equals(described)) {
                    differences.add(name + " is " + shape + ", the schema says " + described);
                }
            }
        }
        return differences;
    }

    private static Set<String> namesIn(Set<String> components, JsonNode properties) {
        Set<String> names = new TreeSet<>(components);
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shapeOf(Type type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == String.class) {
            return "string";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Instant.class) {
            return "date-time";
        }
        if (type instanceof Class<?> names && names.isEnum()) {
            return "one of " + Arrays.toString(names.getEnumConstants());
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "list of " + shapeOf(list.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> part && part.isRecord()) {
            return part.getSimpleName();
        }
        throw new IllegalArgumentException("No message has used " + type + " so far.");
    }

    private static String shapeOf(JsonNode property, Type expected) {
        if (expected instanceof Class<?> type && type.isEnum()) {
            List<String> names = new ArrayList<>();
            property.path("enum").forEach(name -> names.add(name.asText()));
            return "one of " + names;
        }
        return shapeOf(property);
    }

    private static String shapeOf(JsonNode property) {
        if (property.has("$ref")) {
            return property.get("$ref").asText().replace(".schema.json", "");
        }
        if (property.path("type").asText().equals("array")) {
            return "list of " + shapeOf(property.path("items"));
        }
        if (property.has("format")) {
            return property.get("format").asText();
        }
        return property.path("type").asText("anything");
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
