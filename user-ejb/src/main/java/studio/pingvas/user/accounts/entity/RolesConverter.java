package studio.pingvas.user.accounts.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.TreeSet;

/** Roles as one column: there are few, and they are always read together. */
@Converter
public class RolesConverter implements AttributeConverter<Set<String>, String> {
    @Override
    public String convertToDatabaseColumn(Set<String> roles) {
        return String.join(",", new TreeSet<>(roles));
    }

    @Override
    public Set<String> convertToEntityAttribute(String roles) {
        return Set.of(roles.split(","));
    }
}
