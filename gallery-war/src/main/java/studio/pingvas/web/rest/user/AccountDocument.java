package studio.pingvas.web.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.user.AccountView;

/** An account as the API shows it to its owner; what is not set is null, not absent. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountDocument(
        UUID id,
        String email,
        String displayName,
        String avatarUrl,
        String language,
        String tier,
        boolean emailVerified,
        Instant createdAt,
        Instant lastLoginAt) {
    static AccountDocument of(AccountView account, Plan plan) {
        return new AccountDocument(
                account.id(),
                account.email(),
                account.displayName(),
                account.avatarUrl(),
                account.language(),
                plan.tier().key(),
                account.emailVerified(),
                account.createdAt(),
                account.lastLoginAt());
    }
}
