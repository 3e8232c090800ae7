package studio.pingvas.payment.lemonsqueezy;

import java.sql.Types;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;

/**
 * EclipseLink (seen in 4.0.5) tells the database that NULL is a text where a UUID may stand, until
 * it has written a UUID there: the first credit pack after a start could not be recorded.
 */
public class OptionalUuidColumn implements DescriptorCustomizer {
    @Override
    public void customize(ClassDescriptor invoice) {
        invoice.getMappingForAttributeName("subscriptionId").getField().setSqlType(Types.OTHER);
    }
}
