package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.EnterpriseTerms;

/**
 * A contract for a user, who is named by the id or by a request.
 *
 * @param userId or {@code request_id}, not both
 * @param requestId or {@code user_id}, not both
 * @param creditsPerMonth left out for what the enterprise plan gives
 * @param endsAt left out for an open end
 */
public record ContractForm(UUID userId, UUID requestId, Long creditsPerMonth, Instant endsAt) {
    Optional<UUID> userIdIfNamed() {
        if ((userId == null) == (requestId == null)) {
            throw new InvalidRequestException("/user_id", "Name either user_id or request_id.");
        }
        return Optional.ofNullable(userId);
    }

    EnterpriseTerms toTerms() {
        return new EnterpriseTerms(creditsPerMonth, endsAt);
    }
}
