package studio.pingvas.system.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.gallery.message.GalleryDestinations;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.payment.message.PaymentDestinations;
import studio.pingvas.contracts.user.message.UserDestinations;
import studio.pingvas.platform.json.Json;
import studio.pingvas.system.messages.MessageExamples.Example;

class MessageSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageSchemas schemas = MessageSchemas.published();

    static Stream<Example> examples() {
        return MessageExamples.all();
    }

    @Test
    void everyMessageRecordHasASchemaAndAnExample() {
        List<String> records =
                new ClassFileImporter()
                                .importPackagesOf(
                                        Destinations.class,
                                        UserDestinations.class,
                                        PaymentDestinations.class,
                                        GalleryDestinations.class)
                                .stream()
                                .filter(type -> type.isRecord())
                                .map(type -> type.getSimpleName())
                                .sorted()
                                .toList();

        assertThat(records).isNotEmpty();
        assertThat(schemas.names()).isEqualTo(records);
        assertThat(examples().map(Example::toString).sorted()).isEqualTo(records);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void schemaIsItselfValid(Example example) {
        assertThat(schemas.faultsOfSchema(example.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void schemaNamesExactlyTheComponentsOfTheRecord(Example example) {
        JsonNode schema = schemas.document(example.toString());

        assertThat(RecordComparison.differences(example.type(), schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fullMessageIsValid(Example example) {
        String json = Json.write(example.full());

        assertThat(fieldNames(json))
                .containsExactlyInAnyOrderElementsOf(
                        fieldNames(schemas.document(example.toString()).get("properties")));
        assertThat(schemas.faults(example.toString(), json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leastMessageIsValidAndHasJustWhatIsRequired(Example example) {
        String json = Json.write(example.least());
        List<String> required = new ArrayList<>();
        schemas.document(example.toString())
                .get("required")
                .forEach(name -> required.add(name.asText()));

        assertThat(fieldNames(json)).containsExactlyInAnyOrderElementsOf(required);
        assertThat(schemas.faults(example.toString(), json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void messageWithoutARequiredFieldIsInvalid(Example example) throws Exception {
        ObjectNode whole = (ObjectNode) JSON.readTree(Json.write(example.least()));

        for (String name : fieldNames(whole)) {
            ObjectNode incomplete = whole.deepCopy();
            incomplete.remove(name);
            assertThat(schemas.faults(example.toString(), incomplete.toString()))
                    .as("without " + name)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void messageComesBackAsItWasWritten(Example example) {
        assertThat(Json.read(Json.write(example.full()), example.type())).isEqualTo(example.full());
    }

    @Test
    void schemaThatWasNotChangedWithItsRecordIsNoticed() {
        MessageSchemas outdated =
                new MessageSchemas(Path.of("src/test/resources/messages/outdated"));
        String message = Json.write(new CancelGeneration(1, UUID.randomUUID()));

        assertThat(
                        RecordComparison.differences(
                                CancelGeneration.class, outdated.document("CancelGeneration")))
                .containsExactly(
                        "job is in the schema only",
                        "job_id is in the record only",
                        "version is integer, the schema says string");
        assertThat(outdated.faults("CancelGeneration", message)).hasSize(2);
    }

    private static List<String> fieldNames(String json) {
        try {
            return fieldNames(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
