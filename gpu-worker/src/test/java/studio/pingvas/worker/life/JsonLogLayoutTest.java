package studio.pingvas.worker.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLogLayoutTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private final JsonLogLayout layout = new JsonLogLayout();

    @Test
    void lineIsOneObjectWithWhatIsKnown() throws Exception {
        String line = lineOf("first\nsecond \"line\"", null, Map.of("job", "j1", "trace", "t1"));

        assertThat(line).endsWith("}\n");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.get("time").asText()).isEqualTo("2026-03-01T12:00:00.123456Z");
        assertThat(read.get("level").asText()).isEqualTo("WARN");
        assertThat(read.get("logger").asText()).isEqualTo("studio.Some");
        assertThat(read.get("message").asText()).isEqualTo("first\nsecond \"line\"");
        assertThat(read.get("worker").asText()).isEqualTo("w1");
        assertThat(read.get("job").asText()).isEqualTo("j1");
        assertThat(read.get("trace").asText()).isEqualTo("t1");
        assertThat(read.has("thrown")).isFalse();
    }

    @Test
    void whatWasThrownStandsInTheSameLine() throws Exception {
        String line = lineOf("broken", new IllegalStateException("why"), Map.of());

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(line).get("thrown").asText())
                .startsWith("java.lang.IllegalStateException: why")
                .contains("at studio.pingvas.worker.life.JsonLogLayoutTest");
    }

    private String lineOf(String message, Throwable thrown, Map<String, String> context) {
        layout.setWorker("w1");
        LoggerContext logging = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent(
                        "x", logging.getLogger("studio.Some"), Level.WARN, message, thrown, null);
        event.setInstant(TIME);
        event.setMDCPropertyMap(context);
        return layout.doLayout(event);
    }
}
