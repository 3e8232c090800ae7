package studio.pingvas.generation.jobs.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.generation.deadletters.JmsJobId;
import studio.pingvas.generation.deadletters.JmsUnusableMessages;
import studio.pingvas.generation.jobs.control.InvalidResultException;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.control.ReadReport;
import studio.pingvas.generation.jobs.control.WorkerReport;
import studio.pingvas.generation.jobs.control.WorkerReports;
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
    @Inject JmsUnusableMessages unusable;

    @Override
    public void onMessage(Message message) {
        String type = JmsText.property(message, Destinations.TYPE);
        try {
            dispatch(type == null ? "" : type, JmsText.of(message));
        } catch (IllegalArgumentException | InvalidResultException e) {
            unusable.put(message, Destinations.RESULTS, type, e.getMessage());
            JmsJobId.of(message).ifPresent(this::fail);
        }
    }

    /** Its worker will report nothing better: waiting for the time limit would help nobody. */
    private void fail(UUID jobId) {
        ending.fail(
                jobId,
                "worker-fault",
                "The worker's report could not be used. Your credits are back.");
    }

    private void dispatch(String type, String json) {
        switch (type) {
            case "GenerationStarted" -> reports.take(WorkerReport.of(ReadReport.started(json)));
            case "GenerationFinished" -> reports.take(WorkerReport.of(ReadReport.finished(json)));
            case "GenerationFailed" -> ending.fail(ReadReport.failed(json));
            case "GenerationPostponed" -> ending.postpone(ReadReport.postponed(json));
            default -> throw new IllegalArgumentException("Unknown message type " + type);
        }
    }
}
