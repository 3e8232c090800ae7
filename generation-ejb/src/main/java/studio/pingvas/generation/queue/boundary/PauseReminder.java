package studio.pingvas.generation.queue.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.WorkerPauses;

/** Tells workers again what they forgot when they started anew, or never heard. */
@Dependent
public class PauseReminder {
    private static final Logger LOG = System.getLogger(PauseReminder.class.getName());

    @Inject WorkerPauses pauses;
    @Inject JmsGenerationQueue queue;

    /**
     * @param heartbeat of a worker; an old one that does not say whether it is paused cannot be
     */
    void remind(WorkerHeartbeat heartbeat) {
        if (heartbeat.paused() == null) {
            return;
        }
        try {
            boolean wanted = pauses.isWanted(heartbeat.worker());
            if (wanted != heartbeat.paused()) {
                tell(heartbeat.worker(), wanted);
            }
        } catch (RuntimeException e) {
            // The worker lives all the same; its next heartbeat comes in seconds.
            LOG.log(Level.WARNING, "No word about pauses to a worker: {0}", e.toString());
        }
    }

    private void tell(String worker, boolean pause) {
        queue.tellWorkers(
                pause
                        ? new PauseWorker(PauseWorker.VERSION, worker)
                        : new ResumeWorker(ResumeWorker.VERSION, worker));
    }
}
