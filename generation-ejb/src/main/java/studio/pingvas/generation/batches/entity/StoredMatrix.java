package studio.pingvas.generation.batches.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import studio.pingvas.contracts.generation.BatchMatrix;
import studio.pingvas.platform.json.Json;

/** The axes of a batch as JSON: nothing is ever searched in them. */
@Converter
public class StoredMatrix implements AttributeConverter<BatchMatrix, String> {
    @Override
    public String convertToDatabaseColumn(BatchMatrix matrix) {
        return matrix == null ? null : Json.write(matrix);
    }

    @Override
    public BatchMatrix convertToEntityAttribute(String json) {
        return json == null ? null : Json.read(json, BatchMatrix.class);
    }
}
