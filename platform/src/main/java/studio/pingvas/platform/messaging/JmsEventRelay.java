package studio.pingvas.platform.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import studio.pingvas.platform.concurrent.CoalescingTask;

/**
 * Sends what waits in a module's outbox. An event is deleted only after the broker has stored it; a
 * crash in between sends it again, and the broker drops the second one by its id. Runs outside any
 * transaction, on as many nodes as there are.
 */
public final class JmsEventRelay {
    private static final Logger LOG = System.getLogger(JmsEventRelay.class.getName());
    private static final int BATCH = 50;

    private final WaitingEvents waiting;
    private final ConnectionFactory broker;
    private final CoalescingTask relaying = new CoalescingTask(this::relay);

    /**
     * @param database of the module, as its running code sees it
     */
    public JmsEventRelay(DataSource database, ConnectionFactory broker) {
        this.waiting = new WaitingEvents(database);
        this.broker = broker;
    }

    public void relaySoon(Executor executor) {
        relaying.ask(executor);
    }

    /** Sends all that waits now; what cannot be sent stays for the next time. */
    void relay() {
        try {
            List<OutgoingEvent> batch = waiting.claim(BATCH);
            while (!batch.isEmpty()) {
                send(batch);
                batch = waiting.claim(BATCH);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "Events wait, they could not be sent: {0}", e.toString());
        }
    }

    private void send(List<OutgoingEvent> batch) throws SQLException {
        int sent = 0;
        try (JMSContext session = broker.createContext()) {
            for (OutgoingEvent event : batch) {
                send(event, session);
                waiting.remove(event);
                sent++;
            }
        } catch (JMSRuntimeException e) {
            for (OutgoingEvent event : batch.subList(sent, batch.size())) {
                waiting.giveBack(event);
            }
            throw e;
        }
    }

    /** Persistent, which is the default: the call returns when the broker has stored it. */
    private static void send(OutgoingEvent event, JMSContext session) {
        session.createProducer()
                .setProperty(JmsText.TYPE, event.type())
                .setProperty(JmsText.EVENT_ID, event.id().toString())
                .setProperty(JmsText.DUPLICATE_ID, event.id().toString())
                .send(session.createTopic(event.address()), event.body());
    }
}
