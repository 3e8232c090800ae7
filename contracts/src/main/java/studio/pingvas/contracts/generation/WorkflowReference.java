package studio.pingvas.contracts.generation;

import java.util.UUID;

/** A version of a stored workflow. */
public record WorkflowReference(UUID workflowId, int version) {}
