package studio.pingvas.payment.subscriptions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import studio.pingvas.contracts.payment.Tier;

/** A tier is stored by its key. */
@Converter
public class TierConverter implements AttributeConverter<Tier, String> {
    @Override
    public String convertToDatabaseColumn(Tier tier) {
        return tier.key();
    }

    @Override
    public Tier convertToEntityAttribute(String key) {
        return Tier.ofKey(key);
    }
}
