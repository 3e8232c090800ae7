package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aModel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.Steps;
import studio.pingvas.generation.jobs.graph.PictureSource;
import studio.pingvas.generation.jobs.graph.StepOrder;
import studio.pingvas.generation.jobs.graph.StepOrders;

/** Works out workflows as a submission does. */
class WorkflowFixture {
    private static final UUID USER = UUID.randomUUID();
    static final UUID IMAGE = UUID.randomUUID();
    static final UUID MASK = UUID.randomUUID();
    private static final Extent SMALL = new Extent(128, 128);

    private final RequestRules rules = new RequestRules();
    final Map<UUID, Extent> gallery = new HashMap<>(Map.of(IMAGE, SMALL, MASK, SMALL));

    PlannedWork resolve(Steps.Builder... steps) {
        return resolve(Workflow.of(steps(steps)));
    }

    PlannedWork resolve(Workflow workflow, String... files) {
        return resolve(workflow, aFreePlan(), files);
    }

    PlannedWork resolve(Workflow workflow, Plan plan, String... files) {
        StepOrder order = new StepOrders().of(USER, workflow, Set.of(files));
        List<InputPictures> inputs =
                order.steps().stream()
                        .map(step -> new InputPictures(picture(step.image()), picture(step.mask())))
                        .toList();
        return rules.resolve(
                "workflow",
                order,
                order.isSound() ? inputs : List.of(),
                WorkflowFixture::model,
                plan);
    }

    List<Violation> violations(Workflow workflow, String... files) {
        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> resolve(workflow, files));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.violations();
    }

    void assertNamed(String pointer, Workflow workflow) {
        assertThat(violations(workflow)).extracting(Violation::pointer).containsExactly(pointer);
    }

    private InputPicture picture(PictureSource source) {
        if (source instanceof PictureSource.OfGallery image) {
            return new InputPicture(image.imageId(), "key", null, gallery.get(image.imageId()));
        }
        return source instanceof PictureSource.Uploaded
                ? new InputPicture(null, null, null, SMALL)
                : null;
    }

    private static ModelView model(String id) {
        if ("none".equals(id)) {
            throw new ModelNotFoundException(id);
        }
        return aModel();
    }

    static List<WorkflowStep> steps(Steps.Builder... steps) {
        return Arrays.stream(steps).map(Steps.Builder::build).toList();
    }

    static WorkflowDocument document(Map<String, WorkflowInput> inputs, Steps.Builder... steps) {
        return new WorkflowDocument(inputs, steps(steps), null);
    }

    static Workflow run(WorkflowDocument document, Map<String, String> values) {
        return new Workflow(null, null, document, null, null, values);
    }

    static WorkflowInput input(String type) {
        return new WorkflowInput(type, null, null);
    }

    /** Names and inputs in turn. */
    static Map<String, WorkflowInput> inputs(Object... all) {
        Map<String, WorkflowInput> inputs = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            inputs.put((String) all[i], (WorkflowInput) all[i + 1]);
        }
        return inputs;
    }
}
