package studio.pingvas.generation.jobs.control;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;

/**
 * What a stage begins with.
 *
 * @param start the picture; null for none
 * @param painting the painting before, or null
 * @param imageId of the gallery, or null
 * @param maskId of the gallery, or null
 */
record Beginning(Extent start, JobStage painting, UUID imageId, UUID maskId) {
    static Beginning of(InputPictures pictures) {
        InputPicture image = pictures.image();
        InputPicture mask = pictures.mask();
        return new Beginning(
                image == null ? null : image.extent(),
                null,
                image == null ? null : image.imageId(),
                mask == null ? null : mask.imageId());
    }

    static Beginning after(List<PlannedStage> stages) {
        JobStage last = stages.get(stages.size() - 1).stage();
        JobStage painting =
                stages.stream()
                        .map(PlannedStage::stage)
                        .filter(JobStage::paints)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        return new Beginning(new Extent(last.width(), last.height()), painting, null, null);
    }

    JobStage named(JobStage stage) {
        return stage.beginningWith(imageId, maskId);
    }
}
