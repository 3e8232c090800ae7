package studio.pingvas.generation.jobs.entity;

import java.util.List;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.WorkflowReference;

/**
 * What a job is to do: a request that has been checked.
 *
 * @param kind of the request
 * @param stages in order; at least one
 * @param seed of the first picture
 * @param imageCount how many pictures come out
 * @param stored which stored workflow it is; null if none
 */
public record Work(
        String kind, List<JobStage> stages, long seed, int imageCount, WorkflowReference stored) {
    public Work {
        stages = List.copyOf(stages);
    }

    /** Of no stored workflow. */
    public Work(String kind, List<JobStage> stages, long seed, int imageCount) {
        this(kind, stages, seed, imageCount, null);
    }

    /** Whose pace decides how long it takes, more than any other's. */
    public String model() {
        return picture().model();
    }

    Picture picture() {
        return new Picture(JobStage.paintingOf(stages), seed, imageCount);
    }
}
