package studio.pingvas.generation.jobs.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import studio.pingvas.contracts.generation.message.Destinations;

/**
 * Puts aside what cannot be used, for a person to look at. Outside the consumer's transaction: two
 * branches at one broker would need XA, and a dead letter that is put aside twice does no harm.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsDeadLetters {
    private static final String REASON = "reason";

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    public void put(String type, String text, String reason) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setProperty(Destinations.TYPE, type)
                    .setProperty(REASON, reason)
                    .send(context.createQueue(Destinations.DEAD_LETTERS), text);
        }
    }
}
