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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.JobEventRecorded;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.platform.json.Json;

/** The broker, as the queue uses it. Call it outside a transaction: each send stands for itself. */
@ApplicationScoped
public class JmsGenerationQueue {
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

    private static void send(JMSContext context, GenerationJob job) {
        producer(context, GenerateImage.class)
                .setPriority(QueuePriority.of(job.tier()))
                .setProperty(Destinations.JOB_ID, job.id().toString())
                .setProperty(Destinations.DUPLICATE_ID, job.id() + ":" + job.dispatchNumber())
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
     * Tells every node that users have new events.
     *
     * @param seqs number of the newest event of each
     */
    public void announce(Map<UUID, Long> seqs) {
        if (seqs.isEmpty()) {
            return;
        }
        try (JMSContext context = connections.createContext()) {
            Topic events = context.createTopic(Destinations.EVENTS);
            JMSProducer producer =
                    producer(context, JobEventRecorded.class)
                            .setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            seqs.forEach(
                    (userId, seq) ->
                            producer.send(
                                    events,
                                    Json.write(
                                            new JobEventRecorded(
                                                    JobEventRecorded.VERSION, userId, seq))));
        }
    }

    private static JMSProducer producer(JMSContext context, Class<?> type) {
        return context.createProducer().setProperty(Destinations.TYPE, type.getSimpleName());
    }

    private static String selectorOf(UUID jobId) {
        return Destinations.JOB_ID + " = '" + jobId + "'";
    }
}
