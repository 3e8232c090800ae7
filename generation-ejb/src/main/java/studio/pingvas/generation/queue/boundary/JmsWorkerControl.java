package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.WorkerView;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.LiveWorker;
import studio.pingvas.generation.workers.LiveWorkers;
import studio.pingvas.generation.workers.WorkerPauses;

/** Tells all workers; each knows what is meant for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsWorkerControl implements WorkerControl {
    @Inject LiveWorkers workers;
    @Inject WorkerPauses pauses;
    @Inject JmsGenerationQueue queue;

    @Override
    public void drain(String worker) {
        require(worker);
        queue.tellWorkers(new DrainWorker(DrainWorker.VERSION, worker));
    }

    @Override
    public void reloadModels() {
        queue.tellWorkers(new ReloadModels(ReloadModels.VERSION));
    }

    @Override
    public void pause(String worker) {
        requireIfNamed(worker);
        pauses.want(worker, true);
        queue.tellWorkers(new PauseWorker(PauseWorker.VERSION, worker));
    }

    @Override
    public void resume(String worker) {
        requireIfNamed(worker);
        pauses.want(worker, false);
        queue.tellWorkers(new ResumeWorker(ResumeWorker.VERSION, worker));
    }

    @Override
    public List<WorkerView> workers() {
        return workers.all().stream().map(JmsWorkerControl::view).toList();
    }

    private void requireIfNamed(String worker) {
        if (worker != null) {
            require(worker);
        }
    }

    private void require(String worker) {
        if (!workers.isAlive(worker)) {
            throw new NotFoundException("The worker");
        }
    }

    private static WorkerView view(LiveWorker worker) {
        WorkerHeartbeat heartbeat = worker.heartbeat();
        return new WorkerView(
                worker.name(),
                heartbeat.device(),
                heartbeat.deviceName(),
                heartbeat.deviceReason(),
                heartbeat.usedMemoryBytes(),
                heartbeat.totalMemoryBytes(),
                heartbeat.warmModels(),
                heartbeat.jobId(),
                heartbeat.step(),
                heartbeat.totalSteps(),
                worker.isPaused(),
                worker.heardAt());
    }
}
