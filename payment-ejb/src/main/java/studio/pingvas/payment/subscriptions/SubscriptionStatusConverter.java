package studio.pingvas.payment.subscriptions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** A status is stored in lower case, as the API tells it. */
@Converter
public class SubscriptionStatusConverter implements AttributeConverter<SubscriptionStatus, String> {
    @Override
    public String convertToDatabaseColumn(SubscriptionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public SubscriptionStatus convertToEntityAttribute(String key) {
        return SubscriptionStatus.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
