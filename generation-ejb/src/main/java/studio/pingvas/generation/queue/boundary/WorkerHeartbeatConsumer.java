package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.generation.queue.control.LiveWorkers;
import studio.pingvas.platform.json.Json;

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
public class WorkerHeartbeatConsumer implements MessageListener {
    @Inject LiveWorkers workers;

    @Override
    public void onMessage(Message message) {
        try {
            String json = ((TextMessage) message).getText();
            workers.heard(Json.read(json, WorkerHeartbeat.class).worker());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
