package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.platform.messaging.JmsText;

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

    @Override
    public void onMessage(Message message) {
        ending.fail(
                UUID.fromString(JmsText.property(message, Destinations.JOB_ID)),
                "attempts-exhausted",
                "The job was tried several times and failed each time. Your credits are back.");
    }
}
