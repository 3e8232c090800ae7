package studio.pingvas.worker.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.worker.image.Encoded;
import studio.pingvas.worker.image.JpegPreview;
import studio.pingvas.worker.job.StepReport;

/**
 * Sends progress from a thread of its own: neither an encoder nor a broker that does not answer
 * holds up a job. What it cannot send is dropped, oldest first. Steps that follow each other faster
 * than anybody can see are not told, but for the last.
 */
final class ProgressSender implements Consumer<StepReport>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressSender.class);
    private static final Duration HOLD = Duration.ofMillis(2);

    private final WaitingSteps waiting = new WaitingSteps(HOLD);
    private final ProgressPace pace = new ProgressPace(System::nanoTime);
    private final Session session;
    private final MessageProducer producer;
    private final Encoded previews = new Encoded(JpegPreview::encode);
    private final Thread thread;
    private volatile boolean closed;

    private ProgressSender(Session session) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(session.createTopic(Destinations.PROGRESS));
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
        this.thread = new Thread(this::sendAll, "progress");
        thread.setDaemon(true);
    }

    static ProgressSender start(Session session) throws JMSException {
        ProgressSender sender = new ProgressSender(session);
        sender.thread.start();
        return sender;
    }

    @Override
    public void accept(StepReport report) {
        if (pace.allows(report.step(), report.totalSteps())) {
            waiting.add(report);
        }
    }

    @Override
    public void close() {
        // A send that is interrupted swallows the interrupt; the flag is still there after it.
        closed = true;
        thread.interrupt();
    }

    private void sendAll() {
        try {
            while (!closed) {
                send(waiting.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(StepReport report) {
        try {
            producer.send(MessageText.write(session, report.jobId(), messageOf(report)));
        } catch (JMSException | RuntimeException e) {
            LOG.warn("progress of job {} not sent: {}", report.jobId(), e.toString());
        }
    }

    private GenerationProgressed messageOf(StepReport report) {
        byte[] jpeg = previews.of(report.preview());
        return new GenerationProgressed(
                GenerationProgressed.VERSION,
                report.jobId(),
                report.userId(),
                report.attempt(),
                report.step(),
                report.totalSteps(),
                report.secondsLeft(),
                Base64.getEncoder().encodeToString(jpeg));
    }
}
