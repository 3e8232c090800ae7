package studio.pingvas.generation.jobs.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.generation.jobs.control.InvalidResultException;
import studio.pingvas.generation.jobs.control.JmsDeadLetters;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.control.WorkerReport;
import studio.pingvas.generation.jobs.control.WorkerReports;
import studio.pingvas.platform.json.Json;
import studio.pingvas.platform.messaging.JmsText;

/**
 * What workers report. A message is acknowledged when all that follows from it is done; after a
 * failure the broker delivers it again, and every step may be repeated. What will never make sense
 * is put aside.
 *
 * <p>Without a transaction: that of the resource adapter would ask the broker three times for each
 * message, and could not hold the database's work anyway.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = Destinations.RESULTS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GenerationResultConsumer implements MessageListener {
    @Inject WorkerReports reports;
    @Inject JobEnding ending;
    @Inject JmsDeadLetters deadLetters;

    @Override
    public void onMessage(Message message) {
        String type = JmsText.property(message, Destinations.TYPE);
        receive(type == null ? "" : type, JmsText.of(message));
    }

    private void receive(String type, String json) {
        try {
            dispatch(type, json);
        } catch (IllegalArgumentException | InvalidResultException e) {
            deadLetters.put(type, json, e.getMessage());
        }
    }

    private void dispatch(String type, String json) {
        switch (type) {
            case "GenerationStarted" ->
                    reports.take(WorkerReport.of(Json.read(json, GenerationStarted.class)));
            case "GenerationFinished" ->
                    reports.take(WorkerReport.of(Json.read(json, GenerationFinished.class)));
            case "GenerationFailed" -> ending.fail(Json.read(json, GenerationFailed.class));
            case "GenerationPostponed" ->
                    ending.postpone(Json.read(json, GenerationPostponed.class));
            default -> throw new IllegalArgumentException("Unknown message type " + type);
        }
    }
}
