package studio.pingvas.generation.status;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.util.Enumeration;
import studio.pingvas.contracts.generation.message.Destinations;

/** Counts by looking at each message: there should be none. */
@ApplicationScoped
public class JmsDeadLetterCount {
    private static final int MOST = 1_000;

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    public long count() {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser =
                        context.createBrowser(context.createQueue(Destinations.DEAD_LETTERS))) {
            Enumeration<?> messages = browser.getEnumeration();
            long count = 0;
            while (count < MOST && messages.hasMoreElements()) {
                messages.nextElement();
                count++;
            }
            return count;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
