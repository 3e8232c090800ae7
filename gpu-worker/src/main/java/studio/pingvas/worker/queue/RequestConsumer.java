package studio.pingvas.worker.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.life.Vitals;
import studio.pingvas.worker.store.PatientStore;

/**
 * Takes one request after another until it is told to stop. A broker or a store that is away is
 * waited for.
 */
public final class RequestConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(RequestConsumer.class);
    private static final long RECEIVE_MILLIS = 1_000;
    private static final long PAUSED_MILLIS = 100;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final BrokerSettings broker;
    private final Vitals vitals;
    private final ImageJobs jobs;
    private final PatientStore store;
    private final Runnable onReady;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean busy;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    /**
     * @param onReady runs each time requests begin to be taken
     */
    public RequestConsumer(
            BrokerSettings broker,
            Vitals vitals,
            ImageJobs jobs,
            PatientStore store,
            Runnable onReady) {
        this.broker = broker;
        this.vitals = vitals;
        this.jobs = jobs;
        this.store = store;
        this.onReady = onReady;
    }

    /** Returns after {@link #stop}. */
    public void run() throws InterruptedException {
        while (!isStopping()) {
            try (BrokerConnection connection = BrokerConnection.open(broker)) {
                consume(connection);
            } catch (JMSException | IOException e) {
                LOG.warn(
                        "no broker at {}, next try in {} ms: {}",
                        broker.url(),
                        pauseMillis,
                        e.getMessage());
                pause();
            }
        }
    }

    /** Lets the current job end and takes no other. */
    public void stop() {
        stop.countDown();
    }

    /** Whether a job is being done. */
    public boolean isBusy() {
        return busy;
    }

    private void consume(BrokerConnection connection) throws JMSException, InterruptedException {
        Session transacted = connection.transactedSession();
        MessageConsumer requests =
                transacted.createConsumer(transacted.createQueue(Destinations.REQUESTS));
        new ControlListener(vitals.worker(), vitals.pause(), jobs, this::stop)
                .listen(connection.plainSession());
        try (ProgressSender progress = ProgressSender.start(connection.plainSession());
                StartReports starts = new StartReports(connection.plainSession())) {
            RequestHandler handler =
                    new RequestHandler(
                            vitals, jobs, progress, transacted, starts, broker.retryPause());
            connection.start();
            HeartbeatSender heartbeats = HeartbeatSender.start(connection.plainSession(), vitals);
            try {
                takeRequests(requests, handler);
            } finally {
                heartbeats.close();
            }
        }
    }

    private void takeRequests(MessageConsumer requests, RequestHandler handler)
            throws JMSException, InterruptedException {
        onReady.run();
        while (!isStopping()) {
            if (vitals.pause().isOn()) {
                stop.await(PAUSED_MILLIS, TimeUnit.MILLISECONDS);
                continue;
            }
            // Before a request is taken: a store that is away must not cost a job an attempt.
            if (store.isUp()) {
                pauseMillis = FIRST_PAUSE_MILLIS;
                handleNext(requests, handler);
            } else {
                pause();
            }
        }
    }

    private void handleNext(MessageConsumer requests, RequestHandler handler) throws JMSException {
        Message message = requests.receive(RECEIVE_MILLIS);
        if (message == null) {
            return;
        }
        busy = true;
        try {
            handler.handle(message);
        } finally {
            busy = false;
        }
    }

    private void pause() throws InterruptedException {
        stop.await(pauseMillis, TimeUnit.MILLISECONDS);
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
