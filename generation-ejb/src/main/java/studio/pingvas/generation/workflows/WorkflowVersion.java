package studio.pingvas.generation.workflows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;

/** The document of a workflow as it was written once. */
@Entity
@Table(name = "workflow_version")
public class WorkflowVersion {
    @Id private UUID id;

    @Column(name = "workflow_id")
    private UUID workflowId;

    private int number;
    private String document;
    private String note;

    @Column(name = "created_at")
    private Instant createdAt;

    protected WorkflowVersion() {}

    WorkflowVersion(UUID workflowId, int number, WorkflowContent content, Instant now) {
        this.id = Uuid7.create();
        this.workflowId = workflowId;
        this.number = number;
        this.document = Json.write(content.workflow());
        this.note = content.note() == null ? "" : content.note().strip();
        this.createdAt = now;
    }

    boolean says(WorkflowDocument other) {
        return document.equals(Json.write(other));
    }

    WorkflowDocument document() {
        return Json.read(document, WorkflowDocument.class);
    }

    WorkflowVersionView listed() {
        return new WorkflowVersionView(number, note, createdAt, null);
    }

    WorkflowVersionView view() {
        return new WorkflowVersionView(number, note, createdAt, document());
    }
}
