package studio.pingvas.generation.workflows;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.generation.library.LibraryShelf;

/** Stored workflows in the database, for who may see them. */
record WorkflowShelf(EntityManager entities) {
    LibraryShelf<StoredWorkflow> items() {
        return new LibraryShelf<>(entities, StoredWorkflow.class, "The workflow");
    }

    WorkflowVersions versions() {
        return new WorkflowVersions(entities);
    }

    /**
     * @param number null for the newest, the only one that is shown to others than the owner
     * @throws NotFoundException if there is none that the reader may see
     */
    WorkflowVersionView version(UUID reader, UUID workflowId, Integer number) {
        StoredWorkflow workflow = items().visibleTo(reader, workflowId);
        int wanted = number == null ? workflow.newestVersion() : number;
        if (wanted != workflow.newestVersion() && !workflow.userId().equals(reader)) {
            throw new NotFoundException("The version");
        }
        return versions().require(workflowId, wanted).view();
    }
}
