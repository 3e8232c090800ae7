package studio.pingvas.web.rest.generation.library;

import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.Listing;

/**
 * A stored workflow.
 *
 * @param origin {@code shipped}, {@code own} or {@code shared}
 * @param visibility {@code private}, {@code public} or {@code withdrawn}
 * @param version of the document
 * @param revision counts every change; to be named by whoever changes it
 * @param workflow absent in lists
 */
public record StoredWorkflowDocument(
        UUID id,
        String origin,
        String visibility,
        int version,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        String name,
        String description,
        WorkflowDocument workflow) {
    static StoredWorkflowDocument of(WorkflowView workflow) {
        Listing listing = workflow.listing();
        return new StoredWorkflowDocument(
                listing.id(),
                LibraryNames.nameOf(listing.origin()),
                LibraryNames.nameOf(listing.visibility()),
                workflow.version(),
                listing.version(),
                listing.createdAt(),
                listing.updatedAt(),
                workflow.name(),
                workflow.description(),
                workflow.workflow());
    }

    /**
     * What an author sends.
     *
     * @param note what is new
     * @param visibility {@code private}, or {@code public} for everyone of the installation
     * @param revision that the author has seen; only where one is changed
     */
    public record Form(
            String name,
            String description,
            WorkflowDocument workflow,
            String note,
            String visibility,
            Integer revision) {
        WorkflowContent content() {
            return new WorkflowContent(name, description, workflow, note);
        }

        boolean published() {
            return LibraryNames.isPublished(visibility);
        }
    }
}
