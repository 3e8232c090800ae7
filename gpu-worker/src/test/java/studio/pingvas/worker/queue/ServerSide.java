package studio.pingvas.worker.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.platform.json.Json;

/** What the server would do: sends jobs, hears results and progress. */
final class ServerSide implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer results;
    private final BlockingQueue<GenerationProgressed> progress = new LinkedBlockingQueue<>();
    private final BlockingQueue<WorkerHeartbeat> heartbeats = new LinkedBlockingQueue<>();

    ServerSide(String url) throws JMSException {
        factory = new ActiveMQConnectionFactory(url);
        connection = factory.createConnection("server", EmbeddedBroker.PASSWORD);
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        results = session.createConsumer(session.createQueue(Destinations.RESULTS));
        Session listening = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        listening
                .createConsumer(listening.createTopic(Destinations.PROGRESS))
                .setMessageListener(this::hear);
        connection.start();
    }

    void send(GenerateImage job) throws JMSException {
        sendText(job.jobId(), Json.write(job));
    }

    /** Sends it once more. */
    void send(GenerateImage job, int dispatch) throws JMSException {
        sendText(
                job.jobId(),
                Json.write(job).replace("\"dispatch\":1,", "\"dispatch\":" + dispatch + ","));
    }

    void sendText(UUID jobId, String json) throws JMSException {
        TextMessage message = session.createTextMessage(json);
        message.setStringProperty(Destinations.TYPE, "GenerateImage");
        message.setStringProperty(Destinations.JOB_ID, jobId.toString());
        producer(Destinations.REQUESTS, false).send(message);
    }

    void cancel(UUID jobId) throws JMSException {
        CancelGeneration command = new CancelGeneration(CancelGeneration.VERSION, jobId);
        producer(Destinations.CONTROL, true).send(MessageText.write(session, jobId, command));
    }

    void tellWorkers(Record command) throws JMSException {
        producer(Destinations.CONTROL, true).send(MessageText.write(session, command));
    }

    <T extends Record> T awaitResult(Class<T> type) throws JMSException {
        Message message = results.receive(PATIENCE_MILLIS);
        if (message == null) {
            throw new AssertionError("No " + type.getSimpleName() + " arrived.");
        }
        return MessageText.read(message, type);
    }

    /** Skips what was started before. */
    GenerationFinished awaitFinished() throws JMSException {
        Message message = results.receive(PATIENCE_MILLIS);
        while (message != null && !isA(GenerationFinished.class, message)) {
            message = results.receive(PATIENCE_MILLIS);
        }
        if (message == null) {
            throw new AssertionError("No job was finished.");
        }
        return MessageText.read(message, GenerationFinished.class);
    }

    void assertNoResultFor(long millis) throws JMSException {
        Message message = results.receive(millis);
        if (message != null) {
            throw new AssertionError(message.getStringProperty(Destinations.TYPE) + " arrived.");
        }
    }

    String awaitDeadLetter() throws JMSException {
        try (MessageConsumer consumer =
                session.createConsumer(session.createQueue(Destinations.DEAD_LETTERS))) {
            return ((TextMessage) consumer.receive(PATIENCE_MILLIS)).getText();
        }
    }

    GenerationProgressed awaitProgress() throws InterruptedException {
        return next(progress, "progress");
    }

    WorkerHeartbeat awaitHeartbeat() throws InterruptedException {
        return next(heartbeats, "heartbeat");
    }

    private static <T> T next(BlockingQueue<T> heard, String what) throws InterruptedException {
        T next = heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("No " + what + " arrived.");
        }
        return next;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }

    private static boolean isA(Class<? extends Record> type, Message message) throws JMSException {
        return type.getSimpleName().equals(message.getStringProperty(Destinations.TYPE));
    }

    private MessageProducer producer(String name, boolean topic) throws JMSException {
        return session.createProducer(
                topic ? session.createTopic(name) : session.createQueue(name));
    }

    private void hear(Message message) {
        try {
            if (isA(WorkerHeartbeat.class, message)) {
                heartbeats.add(MessageText.read(message, WorkerHeartbeat.class));
            } else {
                progress.add(MessageText.read(message, GenerationProgressed.class));
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
