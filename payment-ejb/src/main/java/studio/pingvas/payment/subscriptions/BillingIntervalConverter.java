package studio.pingvas.payment.subscriptions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import studio.pingvas.contracts.payment.BillingInterval;

/** An interval is stored by its key. */
@Converter
public class BillingIntervalConverter implements AttributeConverter<BillingInterval, String> {
    @Override
    public String convertToDatabaseColumn(BillingInterval interval) {
        return interval == null ? null : interval.key();
    }

    @Override
    public BillingInterval convertToEntityAttribute(String key) {
        return key == null ? null : BillingInterval.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
