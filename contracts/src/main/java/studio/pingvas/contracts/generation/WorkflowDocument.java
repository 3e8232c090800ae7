package studio.pingvas.contracts.generation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workflow does: steps that take each other's pictures. They may stand in any order; none
 * may wait for itself, and none may be without use.
 *
 * @param inputs by name, up to 16; null for none
 * @param steps 1 to 8
 * @param output name of the step whose pictures come out; null for the one that no other uses
 */
public record WorkflowDocument(
        Map<String, WorkflowInput> inputs, List<WorkflowStep> steps, String output) {
    public WorkflowDocument {
        inputs =
                inputs == null
                        ? Map.of()
                        : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
