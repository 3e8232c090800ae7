package studio.pingvas.payment.subscriptions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** A pause is stored in lower case. */
@Converter
public class PauseModeConverter implements AttributeConverter<PauseMode, String> {
    @Override
    public String convertToDatabaseColumn(PauseMode mode) {
        return mode == null ? null : mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PauseMode convertToEntityAttribute(String key) {
        return key == null ? null : PauseMode.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
