package studio.pingvas.generation.batches.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.BatchMatrix;

/** Jobs that were accepted as one. Written once; how it stands is what its jobs say. */
@Entity
@Table(name = "job_batch")
public class JobBatch {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    private String label;
    private String kind;

    @Convert(converter = StoredMatrix.class)
    private BatchMatrix matrix;

    @Column(name = "request_sha256")
    private String requestSha256;

    @Column(name = "job_count")
    private int jobCount;

    @Column(name = "estimated_credits")
    private long estimatedCredits;

    @Column(name = "created_at")
    private Instant createdAt;

    protected JobBatch() {}

    /**
     * @param matrix null for a list of prompts
     */
    public JobBatch(
            UUID id,
            UUID userId,
            String label,
            String kind,
            BatchMatrix matrix,
            String requestSha256,
            int jobCount,
            long estimatedCredits) {
        this.id = id;
        this.userId = userId;
        this.label = label;
        this.kind = kind;
        this.matrix = matrix;
        this.requestSha256 = requestSha256;
        this.jobCount = jobCount;
        this.estimatedCredits = estimatedCredits;
    }

    public void accept(Instant now) {
        createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    /** For people; null if they gave none. */
    public String label() {
        return label;
    }

    /** Of its jobs. */
    public String kind() {
        return kind;
    }

    /** Null for a list of prompts. */
    public BatchMatrix matrix() {
        return matrix;
    }

    public String requestSha256() {
        return requestSha256;
    }

    public int jobCount() {
        return jobCount;
    }

    public long estimatedCredits() {
        return estimatedCredits;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
