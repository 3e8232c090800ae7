package studio.pingvas.system.faults;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.RunningPlatform;

/** Messages, as somebody with the password of the server can change them. */
final class BrokerAccess {
    private static final long PATIENCE_MILLIS = 20_000;

    private BrokerAccess() {}

    /** Puts another text in place of the request of a waiting job. */
    static void changeRequest(String jobId, UnaryOperator<String> change) {
        Platform platform = RunningPlatform.platform();
        String url = "tcp://127.0.0.1:" + platform.ports().broker();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
            changeRequest(factory, platform.brokerPassword("server"), jobId, change);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void changeRequest(
            ConnectionFactory factory, String password, String jobId, UnaryOperator<String> change)
            throws JMSException {
        String selector = Destinations.JOB_ID + " = '" + jobId + "'";
        try (JMSContext context =
                        factory.createContext("server", password, JMSContext.SESSION_TRANSACTED);
                JMSConsumer requests =
                        context.createConsumer(
                                context.createQueue(Destinations.REQUESTS), selector)) {
            Message request = requests.receive(PATIENCE_MILLIS);
            TextMessage changed =
                    context.createTextMessage(change.apply(request.getBody(String.class)));
            changed.setStringProperty(Destinations.JOB_ID, jobId);
            changed.setStringProperty(
                    Destinations.TYPE, request.getStringProperty(Destinations.TYPE));
            context.createProducer().send(context.createQueue(Destinations.REQUESTS), changed);
            context.commit();
        }
    }
}
