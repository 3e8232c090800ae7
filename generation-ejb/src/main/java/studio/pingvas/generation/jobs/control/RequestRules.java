package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;

/** Checks a request against what is possible, what the models can, and what the tier allows. */
@Dependent
public class RequestRules {
    private final SecureRandom random = new SecureRandom();

    /** Where models are looked up. */
    @FunctionalInterface
    public interface Models {
        /**
         * @param id null for the default one
         */
        ModelView require(String id);
    }

    /**
     * The work with every default filled in.
     *
     * @param pictures that the first step begins with
     */
    public PlannedWork resolve(
            GenerationRequest request, InputPictures pictures, Models models, Plan plan) {
        List<GenerationRequest> steps = WorkflowRules.stepsOf(request);
        int count = countOf(steps.get(0));
        List<PlannedStage> stages = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String root = request instanceof Workflow ? WorkflowRules.pointerTo(i) : "";
            Beginning beginning = i == 0 ? Beginning.of(pictures) : Beginning.after(stages);
            stages.add(resolve(steps.get(i), beginning, new Context(models, plan, root)));
        }
        new TierLimits(plan).requireCount(count);
        return new PlannedWork(request.kind(), stages, seedOf(steps), count);
    }

    private record Context(Models models, Plan plan, String root) {}

    private static PlannedStage resolve(
            GenerationRequest step, Beginning beginning, Context context) {
        if (step instanceof Painting painting) {
            return paint(painting, beginning, context);
        }
        JobStage enlarged =
                new UpscaleRules(context.plan(), context.root())
                        .resolve((Upscale) step, beginning.start());
        return new PlannedStage(beginning.named(enlarged), null);
    }

    private static PlannedStage paint(Painting painting, Beginning beginning, Context context) {
        JobStage before = beginning.painting();
        String wish =
                painting.model() == null && before != null ? before.model() : painting.model();
        ModelView model = context.models().require(wish);
        JobStage painted =
                new PaintingRules(model, context.plan(), context.root())
                        .resolve(painting, before, beginning.start());
        return new PlannedStage(beginning.named(painted), model);
    }

    private static int countOf(GenerationRequest first) {
        return first instanceof Painting painting && painting.count() != null
                ? painting.count()
                : 1;
    }

    private long seedOf(List<GenerationRequest> steps) {
        return steps.stream()
                .filter(Painting.class::isInstance)
                .map(step -> ((Painting) step).seed())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> random.nextInt() & PaintingRules.MAX_SEED);
    }
}
