package studio.pingvas.platform.database;

import jakarta.persistence.Convert;
import java.lang.reflect.Field;
import java.sql.Types;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;

/**
 * EclipseLink (seen in 4.0.5) tells the database that NULL is a text where a UUID may stand, until
 * it has written a UUID there. An entity names this class as its customizer, and {@link
 * OptionalUuidConverter} at each such field.
 */
public class OptionalUuidColumns implements DescriptorCustomizer {
    @Override
    public void customize(ClassDescriptor entity) {
        Arrays.stream(entity.getJavaClass().getDeclaredFields())
                .filter(OptionalUuidColumns::isOptionalUuid)
                .map(field -> entity.getMappingForAttributeName(field.getName()))
                .forEach(mapping -> mapping.getField().setSqlType(Types.OTHER));
    }

    private static boolean isOptionalUuid(Field field) {
        return field.getType() == UUID.class && field.isAnnotationPresent(Convert.class);
    }
}
