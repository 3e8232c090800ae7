package studio.pingvas.web.faces.generation.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.platform.json.Json;
import studio.pingvas.web.rest.JsonFault;

/** A file of presets in the form in which the API exports them. */
record PresetFile(List<PresetContent> items) {
    /**
     * @throws InvalidRequestException if it is no such file
     */
    static PresetFile read(String json) {
        try {
            PresetFile file =
                    Json.strictMapper().readValue(json == null ? "" : json, PresetFile.class);
            if (file == null || file.items == null) {
                throw new InvalidRequestException("/items", "Is missing.");
            }
            return file;
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }
}
