package studio.pingvas.system.client;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.launcher.Platform;
import studio.pingvas.platform.json.Json;

/** A worker that reports progress and does nothing else. */
public final class ProgressPublisher implements AutoCloseable {
    private static final String USER = "worker";

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;

    public ProgressPublisher(Platform platform) throws JMSException {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + platform.ports().broker());
        connection = factory.createConnection(USER, platform.brokerPassword(USER));
        session = connection.createSession();
        producer = session.createProducer(session.createTopic(Destinations.PROGRESS));
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    }

    /** Reports a step of a job that the server need not know. */
    public void report(UUID userId, UUID jobId, int step, int totalSteps, String preview)
            throws JMSException {
        GenerationProgressed progress =
                new GenerationProgressed(
                        GenerationProgressed.VERSION,
                        jobId,
                        userId,
                        new Attempt(1, 1),
                        step,
                        totalSteps,
                        1,
                        preview);
        TextMessage message = session.createTextMessage(Json.write(progress));
        message.setStringProperty(Destinations.TYPE, "GenerationProgressed");
        producer.send(message);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
