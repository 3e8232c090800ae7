package studio.pingvas.system.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of schema files, named after the records they describe. */
record MessageSchemas(Path folder) {
    private static final String ENDING = ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static MessageSchemas published() {
        return new MessageSchemas(Path.of("../docs/messages").toAbsolutePath().normalize());
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document(String name) {
        try {
            return JSON.readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a JSON text; empty when it is valid. */
    List<String> faults(String name, String json) {
        return faults(SchemaLocation.of(file(name).toUri().toString()), json);
    }

    /** What is wrong with the schema itself. */
    List<String> faultsOfSchema(String name) {
        return faults(SchemaLocation.of(SchemaId.V202012), document(name).toString());
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private static List<String> faults(SchemaLocation location, String json) {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(location);
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
