package studio.pingvas.payment.credits;

import java.util.UUID;
import studio.pingvas.contracts.payment.SpendLimit;

/**
 * Credits that somebody wants to be set aside for a job.
 *
 * @param limit null for none
 * @param leastAvailable that must be available before, also if the job takes fewer
 */
record WantedHold(UUID userId, UUID jobId, long credits, SpendLimit limit, long leastAvailable) {
    UUID spender() {
        return limit == null ? null : limit.spender();
    }

    Long creditsPerDay() {
        return limit == null ? null : limit.creditsPerDay();
    }

    /**
     * @return whether the credits are set aside
     */
    boolean isHeld(ReserveAnswer answer) {
        return answer.isHeld(Math.max(credits, leastAvailable), limit);
    }
}
