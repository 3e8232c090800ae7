package studio.pingvas.web.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the fields in the OpenAPI document as Jackson does. The server derives the document from
 * the records and knows nothing of our naming.
 */
public class SnakeCaseSchemas implements OASFilter {
    private static final NamingBase NAMES = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    @Override
    public Schema filterSchema(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            Map<String, Schema> renamed = new LinkedHashMap<>();
            properties.forEach((name, value) -> renamed.put(NAMES.translate(name), value));
            schema.setProperties(renamed);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(schema.getRequired().stream().map(NAMES::translate).toList());
        }
        return schema;
    }
}
