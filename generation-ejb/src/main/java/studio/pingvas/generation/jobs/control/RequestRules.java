package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.graph.OrderedStep;
import studio.pingvas.generation.jobs.graph.StepOrder;

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
     * The work with every default filled in. All that is wrong in any step is named at once.
     *
     * @param kind of the request
     * @param inputs what each step takes from outside; empty if the order is not sound
     */
    public PlannedWork resolve(
            String kind, StepOrder order, List<InputPictures> inputs, Models models, Plan plan) {
        Refusals refusals = new Refusals(order.violations());
        Stages stages = new Stages(order.steps(), inputs);
        for (OrderedStep step : order.steps()) {
            stages.add(
                    refusals.orNull(
                            step.pointer(),
                            () -> new StepRules(models, plan).resolve(step, stages.next())));
        }
        int count = countOf(order.steps(), refusals);
        refusals.throwIfAny();
        new TierLimits(plan).requireCount(count);
        HeldPictures.requireFew(order.steps(), inputs, stages.planned(), count);
        long seed = seedOf(order.steps());
        return new PlannedWork(kind, stages.linked(seed), seed, count, order.stored());
    }

    /** What can be said to be wrong without any model or picture. */
    public static List<Violation> faultsOf(StepOrder order) {
        Refusals refusals = new Refusals(order.violations());
        order.steps().forEach(step -> refusals.orNull(step.pointer(), () -> checked(step)));
        countOf(order.steps(), refusals);
        return refusals.violations();
    }

    private static PlannedStage checked(OrderedStep step) {
        if (step.request() instanceof Painting painting) {
            new PaintingRules(null, null, step.pointer()).requireRight(painting, false);
        } else {
            new UpscaleRules(null, step.pointer()).requireRight((Upscale) step.request());
        }
        return null;
    }

    private static int countOf(List<OrderedStep> steps, Refusals refusals) {
        Integer count = null;
        for (OrderedStep step : steps) {
            Integer wanted = step.request() instanceof Painting painting ? painting.count() : null;
            if (count != null && wanted != null && !wanted.equals(count)) {
                refusals.add(
                        step.pointer() + "/count",
                        "Every step makes the same number of pictures; another says {0}.",
                        count);
            }
            count = count == null ? wanted : count;
        }
        return count == null ? 1 : count;
    }

    private long seedOf(List<OrderedStep> steps) {
        return steps.stream()
                .map(OrderedStep::request)
                .flatMap(RequestRules::paintings)
                .limit(1)
                .map(Painting::seed)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> random.nextInt() & PaintingRules.MAX_SEED);
    }

    private static Stream<Painting> paintings(GenerationRequest request) {
        return request instanceof Painting painting ? Stream.of(painting) : Stream.empty();
    }
}
