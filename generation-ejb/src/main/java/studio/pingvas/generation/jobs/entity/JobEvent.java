package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Something happened to a job. Written once, never changed. */
@Entity
@Table(name = "job_event")
@IdClass(JobEvent.Key.class)
public class JobEvent {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Id private long seq;

    @Column(name = "job_id")
    private UUID jobId;

    private String type;
    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    protected JobEvent() {}

    public JobEvent(GenerationJob job, long seq, JobEventType type, String reason, Instant now) {
        this.userId = job.userId();
        this.seq = seq;
        this.jobId = job.id();
        this.type = type.key();
        this.reason = reason;
        this.createdAt = now;
    }

    public long seq() {
        return seq;
    }

    public UUID jobId() {
        return jobId;
    }

    public String type() {
        return type;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The composite key, in the form that Jakarta Persistence asks for. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID userId;
        private long seq;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.seq == seq && key.userId.equals(userId);
        }

        @Override
        public int hashCode() {
            return 31 * userId.hashCode() + Long.hashCode(seq);
        }
    }
}
