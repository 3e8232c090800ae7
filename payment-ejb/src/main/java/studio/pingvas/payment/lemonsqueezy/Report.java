package studio.pingvas.payment.lemonsqueezy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;

/**
 * Something the gateway reported, from its arrival until it is forgotten. It is tried until it is
 * understood: a payment is never given up.
 */
@Entity
@Table(name = "webhook_inbox")
public class Report {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
    private static final int LONGEST_NOTE = 500;

    @Id private long id;

    @Column(name = "event_name", updatable = false)
    private String eventName;

    private byte[] body;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    @Column(name = "data_type")
    private String dataType;

    @Column(name = "data_id")
    private String dataId;

    private String status;

    @Column(name = "source_updated_at")
    private Instant sourceUpdatedAt;

    private String note;
    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Transient private Instant attemptedAt;

    protected Report() {}

    /** What it is about is kept for the checker, when the body is gone. */
    void identify(String type, GatewayResource resource) {
        dataType = type;
        dataId = resource.id();
        status = resource.status();
        sourceUpdatedAt = resource.updatedAt();
    }

    void end(Outcome outcome, Instant now) {
        attemptedAt = now;
        state = outcome.state();
        note = shorten(outcome.note());
        if (state.isFinal()) {
            body = null;
            nextAttemptAt = null;
            finishedAt = now;
        } else {
            nextAttemptAt = now.plus(backOff());
        }
    }

    void fail(String reason, Instant now) {
        state = ReportState.FAILED;
        note = shorten(reason);
        nextAttemptAt = now.plus(backOff());
    }

    boolean isRejected() {
        return state == ReportState.REJECTED;
    }

    /** As of its last attempt. */
    boolean waitsSince(Duration duration) {
        return state == ReportState.PARKED
                && Duration.between(receivedAt, attemptedAt).compareTo(duration) > 0;
    }

    String note() {
        return note;
    }

    long id() {
        return id;
    }

    String eventName() {
        return eventName;
    }

    byte[] body() {
        return body.clone();
    }

    /** Doubles with each attempt. */
    private Duration backOff() {
        Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(attempts, 12));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }

    private static String shorten(String text) {
        return text == null || text.length() <= LONGEST_NOTE
                ? text
                : text.substring(0, LONGEST_NOTE);
    }
}
