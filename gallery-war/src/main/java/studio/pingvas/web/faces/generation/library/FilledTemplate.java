package studio.pingvas.web.faces.generation.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.generation.library.TemplateValues;
import studio.pingvas.web.faces.Ids;

/** A template with its values in the address of a page, so that the page can be loaded again. */
public record FilledTemplate(UUID id, TemplateValues values) {
    /** Servers and proxies take no request line much longer. */
    static final int MAX_ADDRESS = 6_000;

    private static final String FIELD = "f.";

    /** What follows the path of the page. */
    static String addressOf(UUID templateId, Map<String, String> values, String model) {
        StringBuilder address = new StringBuilder("?template=").append(templateId);
        address.append("&model=").append(encoded(model));
        values.forEach(
                (name, value) ->
                        address.append('&')
                                .append(encoded(FIELD + name))
                                .append('=')
                                .append(encoded(value)));
        return address.toString();
    }

    /** Empty if the address names none. */
    public static Optional<FilledTemplate> ofAddress() {
        return Ids.ofParameter("template")
                .map(
                        id ->
                                of(
                                        id,
                                        Faces.getRequestParameterMap(),
                                        Faces.getRequestParameter("model")));
    }

    private static FilledTemplate of(UUID id, Map<String, String> parameters, String model) {
        Map<String, String> values = new HashMap<>();
        parameters.forEach(
                (name, value) -> {
                    if (name.startsWith(FIELD)) {
                        values.put(name.substring(FIELD.length()), value);
                    }
                });
        return new FilledTemplate(id, new TemplateValues(values, model));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
