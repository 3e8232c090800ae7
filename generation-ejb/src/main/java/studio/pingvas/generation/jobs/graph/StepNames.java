package studio.pingvas.generation.jobs.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.generation.jobs.control.Violations;

/** Which step has which name. Steps and inputs share their names. */
final class StepNames {
    private final Map<String, Integer> steps = new HashMap<>();

    /**
     * @param root of the document
     */
    static StepNames of(List<WorkflowStep> steps, InputValues inputs, Violations root) {
        StepNames names = new StepNames();
        for (int i = 0; i < steps.size(); i++) {
            WorkflowStep step = steps.get(i);
            if (step != null && step.name() != null) {
                names.add(step.name(), i, inputs, root.at("/steps/" + i));
            }
        }
        return names;
    }

    private void add(String name, int step, InputValues inputs, Violations violations) {
        if (!PromptPattern.isName(name)) {
            violations.add(
                    "/name",
                    "A name is a letter a-z, then letters, digits and underscores, 32 at most.");
        } else if (inputs.has(name)) {
            violations.add("/name", "An input is called \"{0}\" already.", name);
        } else if (steps.putIfAbsent(name, step) != null) {
            violations.add("/name", "Another step is called \"{0}\" already.", name);
        }
    }

    /** Its place in the document; null if there is none. */
    Integer find(String name) {
        return steps.get(name);
    }
}
