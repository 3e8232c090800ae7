package studio.pingvas.web.rest.payment;

import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBucket;

/**
 * @param amount credits to add, or, below zero, to take
 * @param bucket {@code plan} or {@code purchased}
 * @param reason the user reads it
 */
public record AdjustmentRequest(Long amount, String bucket, String reason) {
    Adjustment toAdjustment(UUID id, UUID userId, UUID actor) {
        if (amount == null) {
            throw new InvalidRequestException("/amount", "Is missing.");
        }
        if (reason == null) {
            throw new InvalidRequestException("/reason", "Is missing.");
        }
        return new Adjustment(id, userId, bucketOf(bucket), amount, reason, actor);
    }

    private static CreditBucket bucketOf(String name) {
        if ("plan".equals(name)) {
            return CreditBucket.PLAN;
        }
        if ("purchased".equals(name)) {
            return CreditBucket.PURCHASED;
        }
        throw new InvalidRequestException("/bucket", "Must be plan or purchased.");
    }
}
