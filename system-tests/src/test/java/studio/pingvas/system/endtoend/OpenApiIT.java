package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The description of the API is what clients are generated from. */
class OpenApiIT {
    private final JsonNode document = EndToEnd.client().get(null, "/openapi").with(200).json();

    @Test
    void describesTheRoutes() {
        assertThat(document.at("/info/title").asText()).isEqualTo("Pingvas Studio");
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .contains("/api/v1/generate/text-to-image", "/api/v1/queue/items/{id}");
    }

    @Test
    void namesTheFieldsAsTheApiDoes() {
        assertThat(document.toString()).contains("\"negative_prompt\"");
        assertThat(document.toString()).doesNotContain("negativePrompt", "estimatedCredits");
    }
}
