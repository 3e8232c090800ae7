package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.platform.json.Json;

/** The stages of a job as JSON: nothing is ever searched in them. */
@Converter
public class JobStages implements AttributeConverter<List<JobStage>, String> {
    @Override
    public String convertToDatabaseColumn(List<JobStage> stages) {
        return Json.write(stages);
    }

    @Override
    public List<JobStage> convertToEntityAttribute(String json) {
        return List.of(Json.read(json, JobStage[].class));
    }
}
