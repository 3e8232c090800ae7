package studio.pingvas.contracts.generation;

/**
 * What somebody writes to keep a workflow.
 *
 * @param name 1 to 100 characters
 * @param description up to 500 characters; null for none
 * @param workflow at most 64 KiB as JSON; it names no picture of the gallery
 * @param note what is new in this version, up to 200 characters; null for none
 */
public record WorkflowContent(
        String name, String description, WorkflowDocument workflow, String note) {}
