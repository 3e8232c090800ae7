package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;

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

    /**
     * The worker finishes its job and takes no other until {@link #resume}. Started anew, it may
     * take one before it is told again.
     *
     * @param worker null for all, also for those that come later
     * @throws studio.pingvas.contracts.NotFoundException if no such worker was heard lately
     */
    void pause(String worker);

    /**
     * The worker takes jobs again.
     *
     * @param worker null for all, however they were paused
     * @throws studio.pingvas.contracts.NotFoundException if no such worker was heard lately
     */
    void resume(String worker);

    /** Those that were heard lately, by name. */
    List<WorkerView> workers();

    /** Every worker reads models from their files again before its next job. */
    void reloadModels();
}
