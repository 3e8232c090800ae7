package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.generation.deadletters.JmsJobId;
import studio.pingvas.generation.deadletters.JmsUnusableMessages;
import studio.pingvas.generation.jobs.control.JobEnding;

/**
 * A request that was delivered too often: its job fails and its credits come back. Other dead
 * letters stay where they are, for a person to look at.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = Destinations.DEAD_LETTERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = Destinations.TYPE + " = 'GenerateImage'"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class DeadLetterConsumer implements MessageListener {
    @Inject JobEnding ending;
    @Inject JmsUnusableMessages unusable;

    @Override
    public void onMessage(Message message) {
        JmsJobId.of(message).ifPresentOrElse(this::fail, () -> putAside(message));
    }

    private void fail(UUID jobId) {
        ending.fail(
                jobId,
                "attempts-exhausted",
                "The job was tried several times and failed each time. Your credits are back.");
    }

    /** Under another type: as it is, it would come here again. */
    private void putAside(Message message) {
        unusable.put(message, Destinations.REQUESTS, "UnusableRequest", "It names no job.");
    }
}
