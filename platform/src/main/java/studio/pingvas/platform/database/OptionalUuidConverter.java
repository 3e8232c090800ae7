package studio.pingvas.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * EclipseLink's own conversion of a UUID fails on NULL (seen in 4.0.5). Name this class in
 * persistence.xml, and {@link OptionalUuidColumns} at the entity.
 */
@Converter
public class OptionalUuidConverter implements AttributeConverter<UUID, UUID> {
    @Override
    public UUID convertToDatabaseColumn(UUID id) {
        return id;
    }

    @Override
    public UUID convertToEntityAttribute(UUID id) {
        return id;
    }
}
