package studio.pingvas.web.rest.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.json.Json;

class ImageDocumentTest {
    private static final JsonMapper JSON = Json.strictMapper();
    private static final String URL = "/api/v1/images/00000000-0000-0002-0000-000000000002";

    @Test
    void hasTheFieldsThatClientsRelyOn() throws JsonProcessingException {
        assertThat(json(ImageDocument.of(OnePicture.VIEW))).isEqualTo(expected());
    }

    @Test
    void aPictureAloneHasItsRecipeAsWell() throws JsonProcessingException {
        ObjectNode expected = expected();
        expected.set("metadata", JSON.readTree("{\"seed\":4294967295,\"sizes\":[1,2.50]}"));

        assertThat(json(ImageDocument.Detail.of(OnePicture.VIEW))).isEqualTo(expected);
    }

    private static ObjectNode expected() throws JsonProcessingException {
        return (ObjectNode)
                JSON.readTree(
                        """
                        {"id": "00000000-0000-0002-0000-000000000002",
                         "job_id": "00000000-0000-0003-0000-000000000003",
                         "width": 128, "height": 256, "prompt": "a house",
                         "negative_prompt": "people", "model": "tiny", "seed": 4294967295,
                         "steps": 16, "cfg_scale": 3.5, "scheduler": "flow-match-euler",
                         "starred": false, "bytes": 5,
                         "created_at": "2026-01-02T03:04:05.678901Z",
                         "image_url": "%1$s/file", "thumbnail_url": "%1$s/thumbnail"}
                        """
                                .formatted(URL));
    }

    private static JsonNode json(Object document) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(document));
    }
}
