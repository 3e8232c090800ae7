package studio.pingvas.generation.workflows;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkflowContent;

/** The versions of workflows in the database. Who may see a workflow is asked before. */
record WorkflowVersions(EntityManager entities) {
    static final int KEPT = 100;

    void add(UUID workflowId, int number, WorkflowContent content, Instant now) {
        entities.persist(new WorkflowVersion(workflowId, number, content, now));
        entities.createQuery(
                        "delete from WorkflowVersion v where v.workflowId = :workflow"
                                + " and v.number <= :last")
                .setParameter("workflow", workflowId)
                .setParameter("last", number - KEPT)
                .executeUpdate();
    }

    WorkflowVersion require(UUID workflowId, int number) {
        return entities.createQuery(
                        "select v from WorkflowVersion v where v.workflowId = :workflow"
                                + " and v.number = :number",
                        WorkflowVersion.class)
                .setParameter("workflow", workflowId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The version"));
    }

    /** Newest first. */
    List<WorkflowVersion> of(UUID workflowId) {
        return entities.createQuery(
                        "select v from WorkflowVersion v where v.workflowId = :workflow"
                                + " order by v.number desc",
                        WorkflowVersion.class)
                .setParameter("workflow", workflowId)
                .setMaxResults(KEPT)
                .getResultList();
    }
}
