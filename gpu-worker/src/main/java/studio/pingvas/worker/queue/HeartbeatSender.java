package studio.pingvas.worker.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.worker.life.Vitals;

/** Says every few seconds that this worker lives: the server sends jobs for as many as it hears. */
final class HeartbeatSender {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSender.class);

    private final Session session;
    private final MessageProducer producer;
    private final Vitals vitals;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(HeartbeatSender::daemon);

    private HeartbeatSender(Session session, Vitals vitals) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(session.createTopic(Destinations.PROGRESS));
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
        this.vitals = vitals;
    }

    static HeartbeatSender start(Session session, Vitals vitals) throws JMSException {
        HeartbeatSender sender = new HeartbeatSender(session, vitals);
        sender.timer.scheduleWithFixedDelay(
                sender::send, 0, WorkerHeartbeat.INTERVAL_SECONDS, TimeUnit.SECONDS);
        return sender;
    }

    void close() {
        timer.shutdownNow();
    }

    private void send() {
        try {
            producer.send(MessageText.write(session, vitals.heartbeat()));
        } catch (JMSException | RuntimeException e) {
            LOG.warn("heartbeat not sent: {}", e.toString());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    }
}
