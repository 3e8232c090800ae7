package studio.pingvas.worker.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.life.Pause;

/** Hears what all workers are told. */
final class ControlListener implements MessageListener {
    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);

    private final String worker;
    private final Pause pause;
    private final ImageJobs jobs;
    private final Runnable drain;

    /**
     * @param worker name of this one
     * @param drain lets the current job end and takes no other
     */
    ControlListener(String worker, Pause pause, ImageJobs jobs, Runnable drain) {
        this.worker = worker;
        this.pause = pause;
        this.jobs = jobs;
        this.drain = drain;
    }

    void listen(Session session) throws JMSException {
        session.createConsumer(session.createTopic(Destinations.CONTROL)).setMessageListener(this);
    }

    @Override
    public void onMessage(Message message) {
        try {
            obey(message);
        } catch (JMSException | UnreadableMessageException e) {
            // A newer server may say what this worker does not know; nobody waits for an answer.
            LOG.warn("control message ignored: {}", e.getMessage());
        }
    }

    private void obey(Message message) throws JMSException {
        String type = String.valueOf(message.getStringProperty(Destinations.TYPE));
        switch (type) {
            case "CancelGeneration" -> cancel(MessageText.read(message, CancelGeneration.class));
            case "DrainWorker" -> drain(MessageText.read(message, DrainWorker.class));
            case "PauseWorker" -> pause(MessageText.read(message, PauseWorker.class));
            case "ResumeWorker" -> resume(MessageText.read(message, ResumeWorker.class));
            case "ReloadModels" -> reload(MessageText.read(message, ReloadModels.class));
            default -> throw new UnreadableMessageException("Not known: " + type);
        }
    }

    private void cancel(CancelGeneration command) {
        require(command.version() == CancelGeneration.VERSION, command);
        require(command.jobId() != null, command);
        jobs.cancel(command.jobId());
    }

    private void drain(DrainWorker command) {
        require(command.version() == DrainWorker.VERSION, command);
        if (isMeant(command.worker())) {
            LOG.info("worker is told to end after its job");
            drain.run();
        }
    }

    private void pause(PauseWorker command) {
        require(command.version() == PauseWorker.VERSION, command);
        if (isMeant(command.worker())) {
            LOG.info("worker is told to take no jobs until it is told to go on");
            pause.begin();
        }
    }

    private void resume(ResumeWorker command) {
        require(command.version() == ResumeWorker.VERSION, command);
        if (isMeant(command.worker())) {
            LOG.info("worker is told to take jobs again");
            pause.end();
        }
    }

    private void reload(ReloadModels command) {
        require(command.version() == ReloadModels.VERSION, command);
        LOG.info("models are read again before the next job");
        jobs.reloadModels();
    }

    private boolean isMeant(String name) {
        return name == null || name.equals(worker);
    }

    private static void require(boolean understood, Record command) {
        if (!understood) {
            throw new UnreadableMessageException("Not understood: " + command);
        }
    }
}
