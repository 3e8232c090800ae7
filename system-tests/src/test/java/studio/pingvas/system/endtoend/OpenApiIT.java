package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The description of the API is what clients are generated from. */
class OpenApiIT {
    @Test
    void describesTheRoutesWithTheNamesThatTheApiUses() {
        byte[] document = EndToEnd.client().get(null, "/openapi").with(200).bytes();

        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("title: Pingvas Studio")
                .contains("/api/v1/generate/text-to-image:")
                .contains("/api/v1/queue/items/{id}:")
                .contains("negative_prompt:")
                .doesNotContain("negativePrompt");
    }
}
