package studio.pingvas.generation.jobs.graph;

import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.generation.jobs.control.Violations;

/** What inputs a workflow may ask for, and which values are given for them. */
final class InputRules {
    private static final int MAX_INPUTS = 16;
    private static final int MAX_LABEL = 100;

    // What comes beside the JSON is named after its input.
    private static final String PART_OF_THE_JSON = "request";

    private InputRules() {}

    /**
     * @param root of the document
     */
    static void check(Map<String, WorkflowInput> inputs, Violations root) {
        if (inputs.size() > MAX_INPUTS) {
            root.add("/inputs", "At most {0}.", MAX_INPUTS);
            return;
        }
        inputs.forEach(
                (name, input) -> {
                    Violations violations = root.at("/inputs/" + escaped(name));
                    if (!PromptPattern.isName(name) || name.equals(PART_OF_THE_JSON)) {
                        violations.add(
                                "",
                                "A name is a letter a-z, then letters, digits and underscores, 32"
                                        + " at most, and not \"request\".");
                    }
                    if (input == null) {
                        violations.add("", "An object with a type is expected here.");
                    } else {
                        check(input, violations);
                    }
                });
    }

    private static void check(WorkflowInput input, Violations violations) {
        if (input.type() == null
                || !Set.of(WorkflowInput.TEXT, WorkflowInput.IMAGE).contains(input.type())) {
            violations.add("/type", "One of text and image.");
        }
        if (WorkflowInput.IMAGE.equals(input.type()) && input.value() != null) {
            violations.add("/value", "Only a text can have one.");
        }
        violations.checkText("/value", input.value());
        violations.checkText("/label", input.label(), MAX_LABEL);
    }

    /**
     * @param request where the values are
     */
    static void checkValues(
            Map<String, WorkflowInput> inputs, Map<String, String> values, Violations request) {
        if (values.size() > MAX_INPUTS) {
            request.add("/inputs", "At most {0}.", MAX_INPUTS);
            return;
        }
        values.forEach(
                (name, value) -> {
                    Violations violations = request.at("/inputs/" + escaped(name));
                    if (!inputs.containsKey(name)) {
                        violations.add("", "The workflow has no such input.");
                    }
                    violations.checkText("", value);
                });
    }

    /** As a JSON pointer (RFC 6901) writes it. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
