package studio.pingvas.generation.jobs.control;

import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;

/** How the steps of a workflow may follow each other. */
final class WorkflowRules {
    static final int MAX_STEPS = 8;

    private WorkflowRules() {}

    /** What is to be done, in order: the steps of a workflow, or the request itself. */
    static List<GenerationRequest> stepsOf(GenerationRequest request) {
        if (!(request instanceof Workflow workflow)) {
            return List.of(request);
        }
        List<GenerationRequest> steps = workflow.steps();
        if (steps == null || steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new InvalidRequestException("/steps", "1 to " + MAX_STEPS + " steps.");
        }
        checkFirst(steps.get(0));
        boolean painted = steps.get(0) instanceof Painting;
        for (int i = 1; i < steps.size(); i++) {
            checkNext(steps.get(i), painted, new Violations(pointerTo(i)));
            painted |= steps.get(i) instanceof Painting;
        }
        return steps;
    }

    static String pointerTo(int step) {
        return "/steps/" + step;
    }

    private static void checkFirst(GenerationRequest step) {
        if (step == null || step instanceof Workflow) {
            throw new InvalidRequestException(
                    pointerTo(0) + "/kind",
                    "A workflow begins with text-to-image, image-to-image, inpaint or upscale.");
        }
    }

    private static void checkNext(GenerationRequest step, boolean painted, Violations violations) {
        if (step instanceof ImageToImage painting) {
            checkNext(painting, painted, violations);
        } else if (step instanceof Upscale upscale) {
            checkPicture(upscale.imageId(), violations);
        } else {
            violations.add("/kind", "A workflow goes on with image-to-image or upscale.");
        }
        violations.throwIfAny();
    }

    private static void checkNext(ImageToImage step, boolean painted, Violations violations) {
        checkPicture(step.imageId(), violations);
        if (step.count() != null) {
            violations.add("/count", "The first step decides how many pictures there are.");
        }
        if (step.seed() != null && painted) {
            violations.add("/seed", "The first painting decides the seed.");
        }
    }

    private static void checkPicture(Object imageId, Violations violations) {
        if (imageId != null) {
            violations.add("/image_id", "This step takes the pictures of the step before.");
        }
    }
}
