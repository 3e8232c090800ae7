package studio.pingvas.generation.workflows;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedItems;

/**
 * A workflow that came with the product. It has one version.
 *
 * @param key from which its id is made
 * @param labels of the inputs
 */
record ShippedWorkflow(
        String key,
        LocalText name,
        LocalText description,
        Map<String, LocalText> labels,
        WorkflowDocument workflow)
        implements ShippedItems.Item<WorkflowView> {
    private static final int VERSION = 1;

    static final ShippedItems<WorkflowView> ALL =
            ShippedItems.read(ShippedWorkflow.class, ShippedWorkflow[].class);

    @Override
    public Shipped<WorkflowView> in(String language, int number) {
        Listing listing = Shipped.listing("workflow " + key, number);
        WorkflowView view =
                new WorkflowView(
                        listing,
                        name.in(language),
                        description.in(language),
                        VERSION,
                        new WorkflowDocument(
                                inputsIn(language), workflow.steps(), workflow.output()));
        return Shipped.of(listing, null, view.name(), view.description(), view);
    }

    private Map<String, WorkflowInput> inputsIn(String language) {
        Map<String, WorkflowInput> inputs = new LinkedHashMap<>();
        workflow.inputs()
                .forEach(
                        (input, of) ->
                                inputs.put(
                                        input,
                                        new WorkflowInput(
                                                of.type(),
                                                of.value(),
                                                labels.get(input).in(language))));
        return inputs;
    }

    /**
     * @throws NotFoundException if it has no such version
     */
    static WorkflowVersionView version(WorkflowView shipped, int version) {
        if (version != shipped.version()) {
            throw new NotFoundException("The version");
        }
        return new WorkflowVersionView(
                version, "", shipped.listing().createdAt(), shipped.workflow());
    }

    static WorkflowVersionView listed(WorkflowView shipped) {
        return new WorkflowVersionView(shipped.version(), "", shipped.listing().createdAt(), null);
    }
}
