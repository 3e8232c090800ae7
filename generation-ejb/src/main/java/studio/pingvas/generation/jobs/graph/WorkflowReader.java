package studio.pingvas.generation.jobs.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.generation.jobs.control.Violations;

/** Reads one document: finds the order of its steps, and all that is wrong with it. */
final class WorkflowReader {
    static final int MAX_STEPS = 8;

    private final WorkflowDocument document;
    private final InputValues inputs;
    private final Violations root;

    /**
     * @param root of the document
     */
    WorkflowReader(WorkflowDocument document, InputValues inputs, Violations root) {
        this.document = document;
        this.inputs = inputs;
        this.root = root;
    }

    /** In order, or just in a row if something is wrong. */
    List<OrderedStep> read() {
        List<WorkflowStep> steps = document.steps();
        if (steps == null || steps.isEmpty() || steps.size() > MAX_STEPS) {
            root.add("/steps", "{0} to {1} steps.", 1, MAX_STEPS);
            return List.of();
        }
        StepNames names = StepNames.of(steps, inputs, root);
        List<WorkflowStep> known = knownOf(steps);
        StepLinks links = new StepLinks.Reader(names, inputs, root).read(known);
        StepGraph graph = new StepGraph(steps.size(), links::before);
        checkCircles(graph, known);
        List<GenerationRequest> requests = requestsOf(known);
        checkUse(names, graph);
        boolean sound = root.found().isEmpty();
        List<Integer> order =
                sound ? graph.order() : IntStream.range(0, steps.size()).boxed().toList();
        return order.stream()
                .filter(place -> requests.get(place) != null)
                .map(place -> stepAt(place, requests.get(place), links, sound ? order : null))
                .toList();
    }

    /** The steps of which it is known what they do, and null for the others. */
    private List<WorkflowStep> knownOf(List<WorkflowStep> steps) {
        List<WorkflowStep> known = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            WorkflowStep step = steps.get(i);
            Violations violations = root.at("/steps/" + i);
            boolean isKnown = step != null && StepFields.isKind(step.kind());
            if (isKnown) {
                StepFields.check(step, violations);
            } else {
                violations.add(
                        "/kind", "One of text-to-image, image-to-image, inpaint and upscale.");
            }
            known.add(isKnown ? step : null);
        }
        return known;
    }

    private void checkCircles(StepGraph graph, List<WorkflowStep> steps) {
        for (List<Integer> circle : graph.circles()) {
            int first = circle.get(0);
            boolean byMask = steps.get(first).image() == null && steps.get(first).mask() != null;
            root.add(
                    "/steps/" + first + (byMask ? "/mask" : "/image"),
                    circle.size() == 1
                            ? "The step takes its own pictures."
                            : "These steps wait for each other: {0}.",
                    labelsOf(circle));
        }
    }

    private List<GenerationRequest> requestsOf(List<WorkflowStep> steps) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            WorkflowStep step = steps.get(i);
            Violations violations = root.at("/steps/" + i);
            requests.add(step == null ? null : requestOf(step, violations));
        }
        return requests;
    }

    private GenerationRequest requestOf(WorkflowStep step, Violations violations) {
        return StepFields.requestOf(
                step,
                inputs.fill(step.prompt(), "/prompt", violations),
                inputs.fill(step.negativePrompt(), "/negative_prompt", violations));
    }

    private void checkUse(StepNames names, StepGraph graph) {
        if (document.output() != null && names.find(document.output()) == null) {
            root.add("/output", "There is no step \"{0}\".", document.output());
        }
        // A wrong name makes steps useless that were not meant to be.
        if (root.found().isEmpty()) {
            Integer output = outputOf(names, graph);
            if (output != null) {
                checkUse(graph, output);
            }
        }
    }

    private Integer outputOf(StepNames names, StepGraph graph) {
        if (document.output() != null) {
            return names.find(document.output());
        }
        List<Integer> ends = graph.ends();
        if (ends.size() > 1) {
            root.add(
                    "/output",
                    "Say whose pictures come out; no other step uses those of {0}.",
                    labelsOf(ends));
            return null;
        }
        return ends.get(0);
    }

    private void checkUse(StepGraph graph, int output) {
        for (int useless : graph.uselessFor(output)) {
            root.add("/steps/" + useless, "Nothing that comes out needs its pictures.");
        }
        document.inputs().keySet().stream()
                .filter(name -> !inputs.isUsed(name))
                .forEach(name -> root.add("/inputs/" + name, "No step uses it."));
    }

    private OrderedStep stepAt(
            int place, GenerationRequest request, StepLinks links, List<Integer> order) {
        return new OrderedStep(
                request,
                document.steps().get(place).name(),
                root.root() + "/steps/" + place,
                ordered(links.images().get(place), order),
                ordered(links.masks().get(place), order));
    }

    private static PictureSource ordered(PictureSource source, List<Integer> order) {
        if (source instanceof PictureSource.OfStep step) {
            return order == null
                    ? new PictureSource.Unknown()
                    : new PictureSource.OfStep(order.indexOf(step.step()));
        }
        return source;
    }

    private String labelsOf(List<Integer> places) {
        return places.stream()
                .map(place -> Objects.requireNonNullElse(nameAt(place), "number " + (place + 1)))
                .collect(Collectors.joining(", "));
    }

    private String nameAt(int place) {
        WorkflowStep step = document.steps().get(place);
        return step == null ? null : step.name();
    }
}
