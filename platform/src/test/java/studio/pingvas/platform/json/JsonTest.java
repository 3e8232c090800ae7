package studio.pingvas.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Sample(String someText, int someNumber, Instant at) {}

    private static final String JSON =
            "{\"some_text\":\"a\",\"some_number\":7,\"at\":\"2026-01-02T03:04:05Z\"}";

    @Test
    void writesAndReadsSnakeCaseAndInstants() {
        Sample sample = new Sample("a", 7, Instant.parse("2026-01-02T03:04:05Z"));

        assertThat(Json.write(sample)).isEqualTo(JSON);
        assertThat(Json.read(JSON, Sample.class)).isEqualTo(sample);
    }

    @Test
    void messagesTolerateFieldsOfANewerVersion() {
        assertThat(Json.read("{\"some_number\":7,\"newer\":true}", Sample.class).someNumber())
                .isEqualTo(7);
    }

    @Test
    void requestsRefuseUnknownFields() {
        assertThatThrownBy(
                        () ->
                                Json.strictMapper()
                                        .readValue(
                                                "{\"some_number\":7,\"newer\":true}", Sample.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void requestsRefuseNumbersAsTextAndTextAsNumbers() {
        assertRefused("{\"some_number\":\"7\"}");
        assertRefused("{\"some_number\":7.5}");
        assertRefused("{\"some_text\":7,\"some_number\":7}");
        assertRefused("{\"some_text\":\"a\"}");
        assertRefused(JSON + "{}");
    }

    @Test
    void brokenTextIsNamed() {
        assertThatThrownBy(() -> Json.read("{", Sample.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a Sample");
    }

    private static void assertRefused(String json) {
        assertThatThrownBy(() -> Json.strictMapper().readValue(json, Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
