package studio.pingvas.generation.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowReference;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.generation.jobs.graph.StoredWorkflows;

/** Finds the workflows that jobs are made of. */
@Dependent
public class WorkflowFinder implements StoredWorkflows {
    @Inject Workflows workflows;

    @Override
    public Stored require(UUID userId, UUID workflowId, Integer version) {
        if (version == null) {
            WorkflowView newest = workflows.get(userId, workflowId, null);
            return stored(workflowId, newest.version(), newest.workflow());
        }
        WorkflowVersionView wanted = workflows.version(userId, workflowId, version);
        return stored(workflowId, wanted.version(), wanted.workflow());
    }

    private static Stored stored(UUID workflowId, int version, WorkflowDocument document) {
        return new Stored(new WorkflowReference(workflowId, version), document);
    }
}
