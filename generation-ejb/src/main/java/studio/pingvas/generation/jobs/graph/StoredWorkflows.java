package studio.pingvas.generation.jobs.graph;

import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowReference;

/** Where stored workflows are looked up. */
@FunctionalInterface
public interface StoredWorkflows {
    /**
     * A workflow that the user may run.
     *
     * @param version null for the newest
     * @throws studio.pingvas.contracts.NotFoundException if there is none
     */
    Stored require(UUID userId, UUID workflowId, Integer version);

    /** One version of it. */
    record Stored(WorkflowReference reference, WorkflowDocument document) {}
}
