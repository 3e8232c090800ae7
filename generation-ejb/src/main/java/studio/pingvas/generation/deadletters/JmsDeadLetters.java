package studio.pingvas.generation.deadletters;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.DeadLetters;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.messaging.JmsText;

/** Looks into the broker's queue. Outside a transaction: each step stands for itself. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsDeadLetters implements DeadLetters {
    private static final int MAX_LIMIT = 100;
    private static final int PATIENCE_MILLIS = 2_000;

    /** Whatever else ends up here was meant for readers of a moment that is past. */
    private static final Set<String> AWAITED = Set.of(Destinations.REQUESTS, Destinations.RESULTS);

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    @Override
    public List<DeadLetterView> list(int limit) {
        int size = Math.max(1, Math.min(limit, MAX_LIMIT));
        List<DeadLetterView> letters = new ArrayList<>();
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(queue(context))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (letters.size() < size && messages.hasMoreElements()) {
                letters.add(new JmsDeadLetter((Message) messages.nextElement()).view());
            }
            return letters;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void resend(UUID id) {
        try (JMSContext context = connections.createContext()) {
            Message message = find(context, id);
            String origin = new JmsDeadLetter(message).origin();
            if (!AWAITED.contains(origin) || !(message instanceof TextMessage)) {
                throw new InvalidRequestException("", "Nobody waits for it at {0}.", origin);
            }
            // Cut off after it, this is done again; the broker drops the second message.
            JMSProducer producer =
                    context.createProducer().setProperty(Destinations.DUPLICATE_ID, "again:" + id);
            for (String name : List.of(Destinations.TYPE, Destinations.JOB_ID)) {
                String value = JmsText.property(message, name);
                if (value != null) {
                    producer.setProperty(name, value);
                }
            }
            producer.send(context.createQueue(origin), JmsText.of(message));
            take(context, id);
        }
    }

    @Override
    public void delete(UUID id) {
        try (JMSContext context = connections.createContext()) {
            take(context, id);
        }
    }

    private static Message find(JMSContext context, UUID id) {
        try (QueueBrowser browser = context.createBrowser(queue(context), selectorOf(id))) {
            Enumeration<?> messages = browser.getEnumeration();
            if (!messages.hasMoreElements()) {
                throw new NotFoundException("The message");
            }
            return (Message) messages.nextElement();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(JMSContext context, UUID id) {
        try (JMSConsumer consumer = context.createConsumer(queue(context), selectorOf(id))) {
            if (consumer.receive(PATIENCE_MILLIS) == null) {
                throw new NotFoundException("The message");
            }
        }
    }

    private static Queue queue(JMSContext context) {
        return context.createQueue(Destinations.DEAD_LETTERS);
    }

    private static String selectorOf(UUID id) {
        return "JMSMessageID = 'ID:" + id + "'";
    }
}
