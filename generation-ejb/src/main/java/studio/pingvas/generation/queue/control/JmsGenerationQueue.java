package studio.pingvas.generation.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.JobEventsRecorded;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.platform.json.Json;

/** The broker, as the queue uses it. Call it outside a transaction: each send stands for itself. */
@ApplicationScoped
public class JmsGenerationQueue {
    /** In characters, of two bytes each: the client sends more than 100 KiB in pieces. */
    private static final int LONGEST_TEXT = 40_000;

    private static final int LENGTH_BESIDE_FRAME = 200;

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    /** Sends jobs; the broker drops a job if this dispatch of it was sent before. */
    public void send(List<GenerationJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        try (JMSContext context = connections.createContext()) {
            jobs.forEach(job -> send(context, job));
        }
    }

    private void send(JMSContext context, GenerationJob job) {
        producer(context, GenerateImage.class)
                .setPriority(QueuePriority.of(job.terms().tier()))
                .setProperty(Destinations.JOB_ID, job.id().toString())
                .setProperty(
                        Destinations.DUPLICATE_ID, job.id() + ":" + job.delivery().dispatchNumber())
                .send(
                        context.createQueue(Destinations.REQUESTS),
                        Json.write(GenerationCommand.of(job)));
    }

    /** Whether a message about the job waits for a worker; one that is being worked at does not. */
    public boolean isWaiting(UUID jobId) {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser =
                        context.createBrowser(
                                context.createQueue(Destinations.REQUESTS), selectorOf(jobId))) {
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the message of an ended job away from the workers, waiting or being worked at. */
    public void withdraw(UUID jobId) {
        try (JMSContext context = connections.createContext()) {
            try (JMSConsumer waiting =
                    context.createConsumer(
                            context.createQueue(Destinations.REQUESTS), selectorOf(jobId))) {
                waiting.receiveNoWait();
            }
            producer(context, CancelGeneration.class)
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setProperty(Destinations.JOB_ID, jobId.toString())
                    .send(
                            context.createTopic(Destinations.CONTROL),
                            Json.write(new CancelGeneration(CancelGeneration.VERSION, jobId)));
        }
    }

    /** A command that concerns no job. */
    public void tellWorkers(Record command) {
        try (JMSContext context = connections.createContext()) {
            producer(context, command.getClass())
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(context.createTopic(Destinations.CONTROL), Json.write(command));
        }
    }

    /**
     * Tells every node what has happened, in this order.
     *
     * @param node that has done it
     */
    public void announce(List<RecordedEvent> news, String node) {
        if (news.isEmpty()) {
            return;
        }
        try (JMSContext context = connections.createContext()) {
            Topic events = context.createTopic(Destinations.EVENTS);
            JMSProducer producer =
                    producer(context, JobEventsRecorded.class)
                            .setProperty(Destinations.NODE, node)
                            .setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            for (List<RecordedEvent> part : partsOf(news)) {
                producer.send(
                        events, Json.write(new JobEventsRecorded(JobEventsRecorded.VERSION, part)));
            }
        }
    }

    /** Together as many as make no large message. */
    static List<List<RecordedEvent>> partsOf(List<RecordedEvent> news) {
        List<List<RecordedEvent>> parts = new ArrayList<>();
        int room = 0;
        for (RecordedEvent event : news) {
            int length = LENGTH_BESIDE_FRAME + (event.frame() == null ? 0 : event.frame().length());
            if (length > room) {
                parts.add(new ArrayList<>());
                room = LONGEST_TEXT;
            }
            parts.get(parts.size() - 1).add(event);
            room -= length;
        }
        return parts;
    }

    private static JMSProducer producer(JMSContext context, Class<?> type) {
        return context.createProducer().setProperty(Destinations.TYPE, type.getSimpleName());
    }

    private static String selectorOf(UUID jobId) {
        return Destinations.JOB_ID + " = '" + jobId + "'";
    }
}
