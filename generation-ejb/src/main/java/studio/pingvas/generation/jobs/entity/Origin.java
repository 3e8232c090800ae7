package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.persistence.annotations.Customizer;
import studio.pingvas.contracts.generation.WorkflowReference;
import studio.pingvas.platform.database.OptionalUuidColumns;
import studio.pingvas.platform.database.OptionalUuidConverter;

/** Where a job comes from: its request, and what that names. */
@Embeddable
@Customizer(OptionalUuidColumns.class)
public class Origin {
    @Column(name = "request_sha256")
    private String requestSha256;

    @Column(name = "retry_of")
    @Convert(converter = OptionalUuidConverter.class)
    private UUID retryOf;

    @Convert(converter = OptionalUuidConverter.class)
    @Column(name = "workflow_id")
    private UUID workflowId;

    @Column(name = "workflow_version")
    private Integer workflowVersion;

    @Column(name = "batch_id")
    @Convert(converter = OptionalUuidConverter.class)
    private UUID batchId;

    @Column(name = "batch_place")
    private Integer batchPlace;

    protected Origin() {}

    /**
     * @param workflow which stored one it is, or null
     */
    Origin(String requestSha256, WorkflowReference workflow) {
        this.requestSha256 = requestSha256;
        if (workflow != null) {
            workflowId = workflow.workflowId();
            workflowVersion = workflow.version();
        }
    }

    /** Says which job is done again. */
    public void repeat(UUID ended) {
        retryOf = ended;
    }

    /** The job is one of those that were accepted together. */
    public void joinBatch(UUID batch, int place) {
        batchId = batch;
        batchPlace = place;
    }

    public String requestSha256() {
        return requestSha256;
    }

    /** The job that is done again, or null. */
    public UUID retryOf() {
        return retryOf;
    }

    /** Which stored workflow it is, or null. */
    public WorkflowReference workflow() {
        return workflowId == null ? null : new WorkflowReference(workflowId, workflowVersion);
    }

    /** Null if the job was accepted by itself. */
    public UUID batchId() {
        return batchId;
    }

    /** Place in its batch, from 0; null without one. */
    public Integer batchPlace() {
        return batchPlace;
    }
}
