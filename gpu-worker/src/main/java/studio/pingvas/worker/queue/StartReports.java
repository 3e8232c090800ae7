package studio.pingvas.worker.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationStarted;

/**
 * Says that a job has begun, a moment later: of one that is finished by then the result says it
 * all, and the server is spared a report that it would have to write down.
 */
final class StartReports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartReports.class);

    /** Nobody notices that they hear of it so late. */
    private static final long HOLD_MILLIS = 10;

    private final Session session;
    private final MessageProducer producer;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, StartReports::daemon);
    private GenerationStarted held;
    private Future<?> due;

    /**
     * @param session that nobody else uses
     */
    StartReports(Session session) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(session.createQueue(Destinations.RESULTS));
        // A broker that dies takes the attempt with it; the next one says that it begins.
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
        // A moment is long for those that are finished sooner: hundreds would wait here.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** One job at a time: the one before has been told of, or is forgotten. */
    synchronized void begin(GenerationStarted started) {
        held = started;
        due = timer.schedule(() -> sendLate(started), HOLD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The job goes on or ends otherwise than by a result that says it all. */
    synchronized void tell() throws JMSException {
        if (held != null) {
            GenerationStarted started = held;
            forget();
            producer.send(MessageText.write(session, started.jobId(), started));
        }
    }

    synchronized void forget() {
        held = null;
        due.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private synchronized void sendLate(GenerationStarted started) {
        if (held != started) {
            return;
        }
        try {
            tell();
        } catch (JMSException | RuntimeException e) {
            LOG.warn("start of job {} not sent: {}", started.jobId(), e.toString());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "starts");
        thread.setDaemon(true);
        return thread;
    }
}
