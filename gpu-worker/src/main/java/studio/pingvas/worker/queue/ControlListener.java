package studio.pingvas.worker.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.worker.job.Cancellations;

/** Hears what all workers are told. */
final class ControlListener implements MessageListener {
    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);

    private final Cancellations cancellations;

    private ControlListener(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    static void listen(Session session, Cancellations cancellations) throws JMSException {
        session.createConsumer(session.createTopic(Destinations.CONTROL))
                .setMessageListener(new ControlListener(cancellations));
    }

    @Override
    public void onMessage(Message message) {
        try {
            CancelGeneration command = MessageText.read(message, CancelGeneration.class);
            if (command.version() != CancelGeneration.VERSION || command.jobId() == null) {
                throw new UnreadableMessageException("CancelGeneration " + command.version());
            }
            cancellations.add(command.jobId());
        } catch (JMSException | UnreadableMessageException e) {
            // A newer server may say what this worker does not know; nobody waits for an answer.
            LOG.warn("control message ignored: {}", e.getMessage());
        }
    }
}
