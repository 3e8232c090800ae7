package studio.pingvas.generation.deadletters;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.messaging.JmsText;

/**
 * Puts aside what cannot be used, for a person to look at. Outside the consumer's transaction: two
 * branches at one broker would need XA, and a message that is put aside twice does no harm.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsUnusableMessages {
    static final String REASON = "reason";
    static final String ORIGIN = "origin";
    private static final int MOST_CHARACTERS_OF_A_REASON = 500;

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    /**
     * @param origin address that it came from
     * @param type that it gets there; another one if it must not be consumed from there
     */
    public void put(Message message, String origin, String type, String reason) {
        try (JMSContext context = connections.createContext()) {
            JMSProducer producer =
                    context.createProducer()
                            .setProperty(Destinations.TYPE, type)
                            .setProperty(ORIGIN, origin)
                            .setProperty(REASON, shortened(reason));
            String jobId = JmsText.property(message, Destinations.JOB_ID);
            if (jobId != null) {
                producer.setProperty(Destinations.JOB_ID, jobId);
            }
            producer.send(
                    context.createQueue(Destinations.DEAD_LETTERS),
                    message instanceof TextMessage ? JmsText.of(message) : "");
        }
    }

    private static String shortened(String reason) {
        String text = String.valueOf(reason);
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS_OF_A_REASON));
    }
}
