package studio.pingvas.contracts.generation.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody fills a template with.
 *
 * @param fields values by the names of the fields; a value is plain text and never expanded again
 * @param model id; null means the template's, or else the default one
 */
public record TemplateValues(Map<String, String> fields, String model) {
    public TemplateValues {
        fields =
                fields == null
                        ? Map.of()
                        : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
