package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What is known of the end of a job. Where nothing is, JPA reads null instead. */
@Embeddable
public class Ending {
    static final Ending UNKNOWN = new Ending();

    @Column(name = "credits_used")
    private Long creditsUsed;

    @Column(name = "credits_refunded")
    private Long creditsRefunded;

    @Column(name = "error_code")
    private String errorCode;

    @Column(name = "error_message")
    private String errorMessage;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Ending() {}

    static Ending failing(String code, String message) {
        Ending ending = new Ending();
        ending.errorCode = code;
        ending.errorMessage = message;
        return ending;
    }

    Ending charged(long credits, Instant now) {
        Ending ending = at(now);
        ending.creditsUsed = credits;
        return ending;
    }

    Ending refunded(long credits, Instant now) {
        Ending ending = at(now);
        ending.creditsRefunded = credits;
        return ending;
    }

    private Ending at(Instant now) {
        Ending ending = failing(errorCode, errorMessage);
        ending.finishedAt = now;
        return ending;
    }

    /** What the job cost or what came back; null while neither is known. */
    public Long credits() {
        return creditsUsed == null ? creditsRefunded : creditsUsed;
    }

    public Long creditsUsed() {
        return creditsUsed;
    }

    public Long creditsRefunded() {
        return creditsRefunded;
    }

    public String errorCode() {
        return errorCode;
    }

    public String errorMessage() {
        return errorMessage;
    }

    public Instant finishedAt() {
        return finishedAt;
    }
}
