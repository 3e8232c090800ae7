package studio.pingvas.web.push;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.platform.messaging.JmsText;

/** Hears, on every node, how far the workers are. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = Destinations.PROGRESS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = Destinations.TYPE + " = 'GenerationProgressed'"),
            @ActivationConfigProperty(propertyName = "preAcknowledge", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
// A message that may be lost is worth neither a transaction of the broker nor an answer to it.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProgressConsumer implements MessageListener {
    @Inject FollowerHub hub;

    @Override
    public void onMessage(Message message) {
        hub.progressed(JmsText.read(message, GenerationProgressed.class));
    }
}
