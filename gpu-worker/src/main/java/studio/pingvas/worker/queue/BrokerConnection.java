package studio.pingvas.worker.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** One connection to the broker; its sessions belong to one thread each. */
final class BrokerConnection implements AutoCloseable {
    /** A frozen worker is given up, and its job handed on, after this time. */
    private static final int CONNECTION_TTL_MILLIS = 10_000;

    private static final int FAILURE_CHECK_MILLIS = 3_000;
    private static final int CALL_TIMEOUT_MILLIS = 10_000;
    private static final int FIRST_RETRY_MILLIS = 500;
    private static final double RETRY_MULTIPLIER = 2;
    private static final int LONGEST_RETRY_MILLIS = 5_000;
    private static final int FOR_EVER = -1;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;

    private BrokerConnection(ActiveMQConnectionFactory factory, Connection connection) {
        this.factory = factory;
        this.connection = connection;
    }

    /**
     * @throws JMSException if the broker does not answer or refuses
     * @throws IOException if the password cannot be read
     */
    static BrokerConnection open(BrokerSettings settings) throws JMSException, IOException {
        String password = Files.readString(settings.passwordFile()).strip();
        ActiveMQConnectionFactory factory = factory(settings.url());
        try {
            return new BrokerConnection(
                    factory, factory.createConnection(settings.user(), password));
        } catch (JMSException e) {
            factory.close();
            throw e;
        }
    }

    /** What is received and sent in it happens together, or not at all. */
    Session transactedSession() throws JMSException {
        return connection.createSession(true, Session.SESSION_TRANSACTED);
    }

    Session plainSession() throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    void start() throws JMSException {
        connection.start();
    }

    @Override
    public void close() throws JMSException {
        try (factory) {
            connection.close();
        }
    }

    private static ActiveMQConnectionFactory factory(String url) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        // No prefetch: a buffered cheap job would overtake a dear one that arrives later, and a
        // busy worker would hold back what an idle one could do.
        factory.setConsumerWindowSize(0);
        // What must not be lost is sent in a transaction, and its commit is waited for.
        factory.setBlockOnDurableSend(false);
        factory.setConnectionTTL(CONNECTION_TTL_MILLIS);
        factory.setClientFailureCheckPeriod(FAILURE_CHECK_MILLIS);
        // A broker that is just starting may take a connection and never answer.
        factory.setCallTimeout(CALL_TIMEOUT_MILLIS);
        factory.setReconnectAttempts(FOR_EVER);
        factory.setRetryInterval(FIRST_RETRY_MILLIS);
        factory.setRetryIntervalMultiplier(RETRY_MULTIPLIER);
        factory.setMaxRetryInterval(LONGEST_RETRY_MILLIS);
        factory.setUseTopologyForLoadBalancing(false);
        return factory;
    }
}
