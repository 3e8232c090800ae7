package studio.pingvas.contracts.generation;

import java.time.Instant;

/**
 * What a workflow was at some time; it never changes.
 *
 * @param version from 1
 * @param note what was new in it; may be empty
 * @param workflow null in lists
 */
public record WorkflowVersionView(
        int version, String note, Instant createdAt, WorkflowDocument workflow) {}
