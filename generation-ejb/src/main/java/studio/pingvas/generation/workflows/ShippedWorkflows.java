package studio.pingvas.generation.workflows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedFile;

/** The workflows that came with the product. */
final class ShippedWorkflows {
    private static final int VERSION = 1;

    private static final List<ShippedWorkflow> ALL =
            ShippedFile.read(ShippedWorkflows.class, "shipped.json", ShippedWorkflow[].class);

    private ShippedWorkflows() {}

    /**
     * @param key from which its id is made
     * @param labels of the inputs
     */
    record ShippedWorkflow(
            String key,
            LocalText name,
            LocalText description,
            Map<String, LocalText> labels,
            WorkflowDocument workflow) {
        WorkflowView in(String language, int number) {
            Listing listing = Shipped.listing("workflow " + key, number);
            return new WorkflowView(
                    listing,
                    name.in(language),
                    description.in(language),
                    VERSION,
                    new WorkflowDocument(inputsIn(language), workflow.steps(), workflow.output()));
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
    }

    private static List<WorkflowView> all(String language) {
        List<WorkflowView> all = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            all.add(ALL.get(i).in(LocalText.spoken(language), i));
        }
        return all;
    }

    /** As lists show them. */
    static List<Shipped<WorkflowView>> in(String language) {
        return all(language).stream()
                .map(
                        view ->
                                Shipped.of(
                                        view.listing(),
                                        null,
                                        view.name(),
                                        view.description(),
                                        withoutDocument(view)))
                .toList();
    }

    static Optional<WorkflowView> find(UUID id, String language) {
        return all(language).stream().filter(view -> view.listing().id().equals(id)).findFirst();
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

    private static WorkflowView withoutDocument(WorkflowView view) {
        return new WorkflowView(
                view.listing(), view.name(), view.description(), view.version(), null);
    }
}
