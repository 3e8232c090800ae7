package studio.pingvas.web.rest.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.platform.json.Json;

class ModelDocumentTest {
    @Test
    void hasTheFieldsThatClientsRelyOn() throws JsonProcessingException {
        ModelView model =
                new ModelView(
                        "tiny",
                        "Tiny",
                        "A toy.",
                        "tiny",
                        "checkpoint",
                        "Apache-2.0",
                        "0".repeat(64),
                        List.of(new ModelView.Size(128, 128, 1), new ModelView.Size(256, 256, 2)),
                        new ModelView.Size(128, 128, 1),
                        List.of("flow-match-euler"),
                        "flow-match-euler",
                        16,
                        3.0,
                        true,
                        true,
                        new ModelView.Cost(0.05, 0.2));

        JsonMapper json = Json.strictMapper();
        assertThat(json.readTree(json.writeValueAsString(ModelDocument.of(model))))
                .isEqualTo(
                        json.readTree(
                                """
                                {"id": "tiny", "name": "Tiny", "description": "A toy.",
                                 "base": "tiny", "type": "checkpoint", "licence": "Apache-2.0",
                                 "kinds": ["text-to-image", "image-to-image", "inpaint"],
                                 "sizes": [{"width": 128, "height": 128},
                                           {"width": 256, "height": 256}],
                                 "default_size": {"width": 128, "height": 128},
                                 "schedulers": ["flow-match-euler"],
                                 "defaults": {"steps": 16, "cfg_scale": 3.0,
                                              "scheduler": "flow-match-euler"}}
                                """));
    }
}
