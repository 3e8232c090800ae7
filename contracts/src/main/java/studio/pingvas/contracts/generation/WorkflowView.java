package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.generation.library.Listing;

/**
 * A stored workflow as somebody who may run it sees it.
 *
 * @param listing whose version counts every change, also of the name
 * @param description may be empty
 * @param version of the document, from 1
 * @param workflow null in lists
 */
public record WorkflowView(
        Listing listing, String name, String description, int version, WorkflowDocument workflow) {
    /** As lists show it. */
    public WorkflowView withoutDocument() {
        return new WorkflowView(listing, name, description, version, null);
    }
}
