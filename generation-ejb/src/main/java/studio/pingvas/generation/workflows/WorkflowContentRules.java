package studio.pingvas.generation.workflows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.generation.jobs.control.RequestRules;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.jobs.graph.StepOrders;
import studio.pingvas.generation.library.LibraryTexts;
import studio.pingvas.platform.json.Json;

/** What a stored workflow must be like. */
final class WorkflowContentRules {
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_NOTE = 200;
    private static final int MAX_BYTES = 64 << 10;

    private WorkflowContentRules() {}

    /**
     * @throws InvalidRequestException naming all that is wrong
     */
    static void check(WorkflowContent content) {
        Violations violations = new Violations("");
        LibraryTexts texts = new LibraryTexts(violations);
        texts.requireLine("/name", content.name(), LibraryTexts.MAX_NAME);
        violations.checkText("/description", content.description(), MAX_DESCRIPTION);
        texts.checkLine("/note", content.note(), MAX_NOTE);
        if (content.workflow() == null) {
            violations.add("/workflow", "A document is expected here.");
        } else {
            check(content.workflow(), violations.at("/workflow"));
        }
        violations.throwIfAny();
    }

    /**
     * @throws InvalidRequestException naming all that is wrong
     */
    static void check(WorkflowDocument document) {
        Violations violations = new Violations("");
        check(document, violations);
        violations.throwIfAny();
    }

    private static void check(WorkflowDocument document, Violations violations) {
        List<Violation> faults = RequestRules.faultsOf(StepOrders.ofDraft(document, ""));
        faults.forEach(fault -> violations.add(fault.pointer(), fault.sentence()));
        if (Json.write(document).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            violations.add("", "At most {0} KiB.", MAX_BYTES >> 10);
        }
    }
}
