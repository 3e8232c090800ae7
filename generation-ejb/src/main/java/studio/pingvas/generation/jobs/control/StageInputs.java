package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.inputs.KeptInputs;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.StageKeys;

/** Keeps the pictures that the stages of a job begin with. */
@Dependent
public class StageInputs {
    @Inject KeptInputs kept;

    /** Keys of each stage. A picture that several of them begin with is kept once. */
    public List<StageKeys> keep(GenerationJob job, List<InputPictures> inputs) {
        Map<InputPicture, String> keys = new HashMap<>();
        List<StageKeys> ofStages = new ArrayList<>();
        for (InputPictures input : inputs) {
            ofStages.add(
                    new StageKeys(keep(job, input.image(), keys), keep(job, input.mask(), keys)));
        }
        return ofStages;
    }

    private String keep(GenerationJob job, InputPicture picture, Map<InputPicture, String> keys) {
        return picture == null
                ? null
                : keys.computeIfAbsent(picture, one -> kept.keep(job.userId(), job.id(), one));
    }
}
