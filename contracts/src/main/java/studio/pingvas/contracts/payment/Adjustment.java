package studio.pingvas.contracts.payment;

import java.util.UUID;

/**
 * A correction by an administrator.
 *
 * @param id made by the caller: the same id is the same correction
 * @param userId whose credits
 * @param bucket where they are added or taken
 * @param credits added if positive, taken if negative; not zero, and never more than is there
 * @param reason 1 to 300 characters; the user can read it in the history
 * @param actor the administrator
 */
public record Adjustment(
        UUID id, UUID userId, CreditBucket bucket, long credits, String reason, UUID actor) {}
