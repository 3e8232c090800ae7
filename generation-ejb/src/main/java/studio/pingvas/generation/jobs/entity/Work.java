package studio.pingvas.generation.jobs.entity;

import java.util.List;
import studio.pingvas.contracts.generation.JobStage;

/**
 * What a job is to do: a request that has been checked.
 *
 * @param kind of the request
 * @param stages in order; at least one
 * @param seed of the first picture
 * @param imageCount how many pictures come out
 */
public record Work(String kind, List<JobStage> stages, long seed, int imageCount) {
    public Work {
        stages = List.copyOf(stages);
    }

    /** Whose pace decides how long it takes, more than any other's. */
    public String model() {
        return picture().model();
    }

    Picture picture() {
        return new Picture(JobStage.paintingOf(stages), seed, imageCount);
    }
}
