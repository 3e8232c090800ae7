package studio.pingvas.generation.jobs.control;

import java.util.List;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.WorkflowReference;
import studio.pingvas.generation.jobs.entity.Work;

/**
 * A request that has been checked, with what its price follows from.
 *
 * @param stored which stored workflow it is; null if none
 */
public record PlannedWork(
        String kind,
        List<PlannedStage> stages,
        long seed,
        int imageCount,
        WorkflowReference stored) {
    /** Of no stored workflow. */
    public PlannedWork(String kind, List<PlannedStage> stages, long seed, int imageCount) {
        this(kind, stages, seed, imageCount, null);
    }

    public Work work() {
        List<JobStage> work = stages.stream().map(PlannedStage::stage).toList();
        return new Work(kind, work, seed, imageCount, stored);
    }
}
