package studio.pingvas.generation.jobs.control;

import java.util.UUID;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.generation.inputs.Extent;

/**
 * What a stage begins with.
 *
 * @param start the picture; null for none
 * @param mask null for none
 * @param painting whose picture it goes on with, or null
 * @param imageId of the gallery, or null
 * @param maskId of the gallery, or null
 */
record Beginning(Extent start, Extent mask, JobStage painting, UUID imageId, UUID maskId) {
    JobStage named(JobStage stage) {
        return stage.beginningWith(imageId, maskId);
    }
}
