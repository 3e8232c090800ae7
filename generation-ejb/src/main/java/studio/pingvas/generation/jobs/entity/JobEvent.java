package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded private Actor actor;
    private String worker;
    private Integer attempt;
    private Integer dispatch;
    private Integer position;
    private Long credits;

    @Column(name = "created_at")
    private Instant createdAt;

    protected JobEvent() {}

    /**
     * @param job as it is after the change
     */
    public JobEvent(
            GenerationJob job,
            long seq,
            JobEventType type,
            Actor actor,
            String reason,
            Instant now) {
        this.userId = job.userId();
        this.seq = seq;
        this.jobId = job.id();
        this.type = type.key();
        this.actor = actor;
        this.reason = reason;
        this.worker = job.delivery().worker();
        this.attempt = job.delivery().attempts();
        this.dispatch = job.delivery().dispatchNumber();
        this.createdAt = now;
    }

    /** What the job was accepted for, what it cost or what came back. */
    public JobEvent withCredits(Long amount) {
        credits = amount;
        return this;
    }

    /** Where the job stood in the line then. */
    public JobEvent withPosition(Integer place) {
        position = place;
        return this;
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

    public String reason() {
        return reason;
    }

    public Actor actor() {
        return actor;
    }

    /** That had started the job last, or null. */
    public String worker() {
        return worker;
    }

    /** How often the job had been started; null in events of earlier releases. */
    public Integer attempt() {
        return attempt;
    }

    /** Number of the newest dispatch, 0 for none; null in events of earlier releases. */
    public Integer dispatch() {
        return dispatch;
    }

    public Integer position() {
        return position;
    }

    public Long credits() {
        return credits;
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
