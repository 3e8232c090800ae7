package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.generation.workers.LiveWorkers;
import studio.pingvas.platform.messaging.JmsText;

/** Hears, on every node, which workers live. */
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
                    propertyValue = Destinations.TYPE + " = 'WorkerHeartbeat'"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
// A message that may be lost is not worth a transaction of the broker.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkerHeartbeatConsumer implements MessageListener {
    @Inject LiveWorkers workers;
    @Inject PauseReminder pauses;

    @Override
    public void onMessage(Message message) {
        WorkerHeartbeat heartbeat = JmsText.read(message, WorkerHeartbeat.class);
        workers.heard(heartbeat);
        pauses.remind(heartbeat);
    }
}
