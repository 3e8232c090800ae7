package studio.pingvas.payment.enterprise;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import studio.pingvas.contracts.payment.EnterpriseRequestView;

/** A status is stored in lower case. */
@Converter
public class RequestStatusConverter
        implements AttributeConverter<EnterpriseRequestView.Status, String> {
    @Override
    public String convertToDatabaseColumn(EnterpriseRequestView.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public EnterpriseRequestView.Status convertToEntityAttribute(String key) {
        return EnterpriseRequestView.Status.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
