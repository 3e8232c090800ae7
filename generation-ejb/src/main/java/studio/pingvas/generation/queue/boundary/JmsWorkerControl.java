package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.LiveWorkers;

/** Tells all workers; each knows what is meant for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsWorkerControl implements WorkerControl {
    @Inject LiveWorkers workers;
    @Inject JmsGenerationQueue queue;

    @Override
    public void drain(String worker) {
        if (!workers.isAlive(worker)) {
            throw new NotFoundException("The worker");
        }
        queue.tellWorkers(new DrainWorker(DrainWorker.VERSION, worker));
    }

    @Override
    public void reloadModels() {
        queue.tellWorkers(new ReloadModels(ReloadModels.VERSION));
    }
}
