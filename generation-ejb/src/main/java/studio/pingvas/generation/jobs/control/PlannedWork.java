package studio.pingvas.generation.jobs.control;

import java.util.List;
import studio.pingvas.generation.jobs.entity.Work;

/** A request that has been checked, with what its price follows from. */
public record PlannedWork(String kind, List<PlannedStage> stages, long seed, int imageCount) {
    public Work work() {
        return new Work(kind, stages.stream().map(PlannedStage::stage).toList(), seed, imageCount);
    }
}
