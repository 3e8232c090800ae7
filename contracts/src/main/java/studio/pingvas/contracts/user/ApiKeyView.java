package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An API key as its owner sees it; the key itself is shown once, when it is made.
 *
 * @param prefix first characters of the key, by which its owner knows it again
 * @param creditsPerDay null for no limit
 * @param expiresAt null for never
 * @param lastUsedAt to the minute, null if it never was
 */
public record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        Set<ApiScope> scopes,
        Long creditsPerDay,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt) {
    public ApiKeyView {
        scopes = Set.copyOf(scopes);
    }
}
