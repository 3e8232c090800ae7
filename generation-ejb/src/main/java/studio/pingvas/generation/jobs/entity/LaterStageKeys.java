package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import studio.pingvas.platform.json.Json;

/** The keys of all stages but the first as JSON; empty where none begins with an object. */
@Converter
public class LaterStageKeys implements AttributeConverter<List<StageKeys>, String> {
    @Override
    public String convertToDatabaseColumn(List<StageKeys> keys) {
        boolean none = keys.stream().allMatch(StageKeys.NONE::equals);
        return Json.write(none ? List.of() : keys);
    }

    @Override
    public List<StageKeys> convertToEntityAttribute(String json) {
        return List.of(Json.read(json, StageKeys[].class));
    }
}
