package studio.pingvas.generation.jobs.graph;

import java.util.List;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.WorkflowReference;

/**
 * What a request wants done, in an order in which it can be done: the pictures of the last step
 * come out.
 *
 * @param violations what is wrong with it so far; if there is anything, the order is just a list
 * @param stored which stored workflow it is; null if none
 */
public record StepOrder(
        List<OrderedStep> steps, List<Violation> violations, WorkflowReference stored) {
    public StepOrder {
        steps = List.copyOf(steps);
        violations = List.copyOf(violations);
    }

    /** Of a request that is one step by itself. */
    public static StepOrder single(GenerationRequest request) {
        OrderedStep step = new OrderedStep(request, null, "", null, null);
        return new StepOrder(List.of(step), List.of(), null);
    }

    public boolean isSound() {
        return violations.isEmpty();
    }

    StepOrder ofStored(WorkflowReference reference) {
        return new StepOrder(steps, violations, reference);
    }
}
