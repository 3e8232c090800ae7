package studio.pingvas.generation.jobs.control;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.graph.OrderedStep;
import studio.pingvas.generation.jobs.graph.PictureSource;

/** The stages of a request as they become known, one after another. */
final class Stages {
    private final List<OrderedStep> steps;
    private final List<InputPictures> inputs;
    private final List<PlannedStage> planned = new ArrayList<>();
    private final List<JobStage> paintings = new ArrayList<>();

    /**
     * @param inputs what each step takes from outside; empty if that is not known
     */
    Stages(List<OrderedStep> steps, List<InputPictures> inputs) {
        this.steps = steps;
        this.inputs = inputs;
    }

    /**
     * @param stage null if it is not known
     */
    void add(PlannedStage stage) {
        JobStage painting = stage != null && stage.stage().paints() ? stage.stage() : null;
        if (painting == null
                && steps.get(planned.size()).image() instanceof PictureSource.OfStep from) {
            painting = paintings.get(from.step());
        }
        planned.add(stage);
        paintings.add(painting);
    }

    List<PlannedStage> planned() {
        return planned;
    }

    /** What the next one begins with; null if that is not known. */
    Beginning next() {
        int place = planned.size();
        OrderedStep step = steps.get(place);
        boolean fromNothing = step.request().kind().equals(GenerateImage.TEXT_TO_IMAGE);
        boolean masked = step.request().kind().equals(GenerateImage.INPAINT);
        InputPictures given = inputs.isEmpty() ? InputPictures.NONE : inputs.get(place);
        Extent start = extentOf(step.image(), given.image());
        Extent mask = extentOf(step.mask(), given.mask());
        if (start == null && !fromNothing || mask == null && masked) {
            return null;
        }
        return new Beginning(
                start,
                mask,
                step.image() instanceof PictureSource.OfStep from
                        ? paintings.get(from.step())
                        : null,
                given.image() == null ? null : given.image().imageId(),
                given.mask() == null ? null : given.mask().imageId());
    }

    private Extent extentOf(PictureSource source, InputPicture given) {
        if (source instanceof PictureSource.OfStep from) {
            PlannedStage before = planned.get(from.step());
            return before == null
                    ? null
                    : new Extent(before.stage().width(), before.stage().height());
        }
        return given == null ? null : given.extent();
    }

    /** Each with what a workflow knows of it. */
    List<PlannedStage> linked(long seedOfJob) {
        List<PlannedStage> linked = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            OrderedStep step = steps.get(i);
            Long seed = step.request() instanceof Painting painting ? painting.seed() : null;
            JobStage stage =
                    planned.get(i)
                            .stage()
                            .linked(
                                    step.name(),
                                    stageOf(step.image()),
                                    stageOf(step.mask()),
                                    seed == null || seed == seedOfJob ? null : seed);
            linked.add(new PlannedStage(stage, planned.get(i).model()));
        }
        return linked;
    }

    private static Integer stageOf(PictureSource source) {
        return source instanceof PictureSource.OfStep step ? step.step() : null;
    }
}
