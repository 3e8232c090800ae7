package studio.pingvas.payment.lemonsqueezy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import studio.pingvas.contracts.payment.InvoiceView;

/** A status is stored in lower case, as the API tells it. */
@Converter
public class InvoiceStatusConverter implements AttributeConverter<InvoiceView.Status, String> {
    @Override
    public String convertToDatabaseColumn(InvoiceView.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public InvoiceView.Status convertToEntityAttribute(String key) {
        return InvoiceView.Status.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
