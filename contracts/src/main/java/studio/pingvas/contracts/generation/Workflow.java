package studio.pingvas.contracts.generation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Steps that are done as one job. They are those of a stored workflow, of a document, or just
 * {@code steps}, of which only one is given.
 *
 * @param workflowId of a stored workflow
 * @param version of the stored workflow; null means its newest
 * @param workflow a document
 * @param steps as in {@link WorkflowDocument}, for a document without declared inputs: what its
 *     steps use decides whether an input is a text or a picture
 * @param output as in {@link WorkflowDocument}, beside {@code steps}
 * @param inputs values by name: a text, or the id of a picture of the gallery; null for none. A
 *     picture may as well come with the request, under the name of its input.
 */
public record Workflow(
        UUID workflowId,
        Integer version,
        WorkflowDocument workflow,
        List<WorkflowStep> steps,
        String output,
        Map<String, String> inputs,
        String webhookUrl)
        implements GenerationRequest {
    public static final String KIND = "workflow";

    public Workflow {
        inputs =
                inputs == null
                        ? Map.of()
                        : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** Without a webhook. */
    public Workflow(
            UUID workflowId,
            Integer version,
            WorkflowDocument workflow,
            List<WorkflowStep> steps,
            String output,
            Map<String, String> inputs) {
        this(workflowId, version, workflow, steps, output, inputs, null);
    }

    /** Steps without declared inputs. */
    public static Workflow of(List<WorkflowStep> steps) {
        return new Workflow(null, null, null, steps, null, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
