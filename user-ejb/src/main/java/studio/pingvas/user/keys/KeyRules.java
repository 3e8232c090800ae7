package studio.pingvas.user.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.NewApiKey;
import studio.pingvas.user.accounts.control.RegistrationRules;

/** What a new key may be, all of it checked at once. */
final class KeyRules {
    static final int MAX_KEYS = 20;
    static final long MAX_CREDITS_PER_DAY = 1_000_000_000_000L;

    private static final Duration MAX_LIFE = Duration.ofDays(3653);

    private KeyRules() {}

    /**
     * @param ownerRoles what the owner may do now: a key never may more
     * @throws InvalidRequestException naming every value that is not acceptable
     */
    static void check(NewApiKey key, Set<String> ownerRoles, Instant now) {
        List<Violation> violations = new ArrayList<>();
        if (!RegistrationRules.isDisplayName(key.name())) {
            violations.add(new Violation("/name", "A name has 1 to 100 printable characters."));
        }
        if (key.scopes() == null || key.scopes().isEmpty()) {
            violations.add(new Violation("/scopes", "A key needs at least one scope."));
        } else if (key.scopes().contains(ApiScope.ADMIN) && !ownerRoles.contains("admin")) {
            violations.add(new Violation("/scopes", "Only administrators have the scope admin."));
        }
        if (key.creditsPerDay() != null
                && (key.creditsPerDay() < 1 || key.creditsPerDay() > MAX_CREDITS_PER_DAY)) {
            violations.add(
                    new Violation("/credits_per_day", "From {0} to {1}.", 1, MAX_CREDITS_PER_DAY));
        }
        if (key.expiresAt() != null
                && !(key.expiresAt().isAfter(now)
                        && key.expiresAt().isBefore(now.plus(MAX_LIFE)))) {
            violations.add(
                    new Violation("/expires_at", "In the future, at most ten years from now."));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }
}
