package studio.pingvas.generation.jobs.graph;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.generation.jobs.control.Violations;

/** Finds out what a request wants done, and in what order. */
@Dependent
public class StepOrders {
    /** Where pointers into a document begin that is not the request itself. */
    private static final String DOCUMENT = "/workflow";

    @Inject StoredWorkflows stored;

    /**
     * @param files names of the files that came with it
     */
    public StepOrder of(UUID userId, Workflow request, Set<String> files) {
        requireOne(request);
        if (request.workflowId() != null) {
            StoredWorkflows.Stored found =
                    stored.require(userId, request.workflowId(), request.version());
            return read(found.document(), DOCUMENT, request, files).ofStored(found.reference());
        }
        if (request.workflow() != null) {
            return read(request.workflow(), DOCUMENT, request, files);
        }
        return read(withInputs(request, files), "", request, files);
    }

    /** Only what can be said about a document before it is run. */
    public static StepOrder ofDraft(WorkflowDocument document, String pointer) {
        Violations root = new Violations(pointer);
        InputRules.check(document.inputs(), root);
        InputValues inputs = new InputValues(document.inputs(), null, root.at("/inputs"));
        List<OrderedStep> steps = new WorkflowReader(document, inputs, root).read();
        return new StepOrder(steps, root.found(), null);
    }

    private static StepOrder read(
            WorkflowDocument document, String pointer, Workflow request, Set<String> files) {
        Violations root = new Violations(pointer);
        Violations ofRequest = new Violations("");
        InputRules.check(document.inputs(), root);
        InputRules.checkValues(document.inputs(), request.inputs(), ofRequest);
        InputValues.Given given = new InputValues.Given(request.inputs(), files);
        InputValues inputs = new InputValues(document.inputs(), given, ofRequest.at("/inputs"));
        List<OrderedStep> steps = new WorkflowReader(document, inputs, root).read();
        files.stream()
                .filter(file -> !inputs.isUsed(file) || isText(document, file))
                .forEach(
                        file ->
                                ofRequest.add(
                                        "/" + file,
                                        "Nothing is done here with the part \"{0}\".",
                                        file));
        List<Violation> all =
                Stream.of(root, ofRequest).flatMap(part -> part.found().stream()).toList();
        return new StepOrder(steps, all, null);
    }

    /** Where nobody has declared them, it is their use that tells inputs apart. */
    private static WorkflowDocument withInputs(Workflow request, Set<String> files) {
        List<WorkflowStep> steps = request.steps();
        Map<String, WorkflowInput> inputs = new LinkedHashMap<>();
        request.inputs().keySet().forEach(name -> inputs.put(name, input(WorkflowInput.TEXT)));
        if (steps != null) {
            steps.stream()
                    .filter(Objects::nonNull)
                    .flatMap(step -> Stream.of(step.image(), step.mask()))
                    .filter(name -> name != null && isGiven(name, request, files))
                    .filter(name -> steps.stream().noneMatch(step -> isCalled(step, name)))
                    .forEach(name -> inputs.put(name, input(WorkflowInput.IMAGE)));
        }
        return new WorkflowDocument(inputs, steps, request.output());
    }

    private static boolean isGiven(String name, Workflow request, Set<String> files) {
        return request.inputs().containsKey(name) || files.contains(name);
    }

    private static boolean isCalled(WorkflowStep step, String name) {
        return step != null && name.equals(step.name());
    }

    private static WorkflowInput input(String type) {
        return new WorkflowInput(type, null, null);
    }

    private static boolean isText(WorkflowDocument document, String name) {
        WorkflowInput input = document.inputs().get(name);
        return input != null && WorkflowInput.TEXT.equals(input.type());
    }

    private static void requireOne(Workflow request) {
        long sources =
                Stream.of(request.workflowId(), request.workflow(), request.steps())
                        .filter(Objects::nonNull)
                        .count();
        if (sources != 1) {
            throw new InvalidRequestException(
                    sources == 0 ? "/steps" : "", "Give one of workflow_id, workflow and steps.");
        }
        if (request.version() != null && request.workflowId() == null) {
            throw new InvalidRequestException(
                    "/version", "Only a stored workflow has versions; name its workflow_id.");
        }
        if (request.output() != null && request.steps() == null) {
            throw new InvalidRequestException("/output", "The document says it.");
        }
    }
}
