package studio.pingvas.web.faces.payment;

import java.io.Serializable;
import java.util.UUID;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBucket;

/** A correction of credits while somebody writes it. */
public class AdjustmentForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The same form sent twice is the same correction. */
    private final UUID id = UUID.randomUUID();

    private String userId;
    private CreditBucket bucket = CreditBucket.PURCHASED;
    private Long credits;
    private String reason;

    Adjustment toAdjustment(UUID user, UUID actor) {
        return new Adjustment(id, user, bucket, credits, reason, actor);
    }

    /** Empty but for whose credits it corrects. */
    AdjustmentForm next() {
        AdjustmentForm next = new AdjustmentForm();
        next.userId = userId;
        return next;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public CreditBucket getBucket() {
        return bucket;
    }

    public void setBucket(CreditBucket bucket) {
        this.bucket = bucket;
    }

    public Long getCredits() {
        return credits;
    }

    public void setCredits(Long credits) {
        this.credits = credits;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
