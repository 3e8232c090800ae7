package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;

/** What administrators can tell workers. Workers obey soon, or not at all if they are away. */
@Local
public interface WorkerControl {
    /**
     * The worker finishes its job, takes no other and ends in order. Whoever keeps workers running
     * does not start it again.
     *
     * @throws studio.pingvas.contracts.NotFoundException if no such worker was heard lately
     */
    void drain(String worker);

    /** Every worker reads models from their files again before its next job. */
    void reloadModels();
}
