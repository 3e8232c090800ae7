package studio.pingvas.web.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.ApiKeyView;
import studio.pingvas.contracts.user.ApiScope;

/** A key as the API shows it to its owner; what is not set is null, not absent. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApiKeyDocument(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        Long creditsPerDay,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt) {
    static ApiKeyDocument of(ApiKeyView key) {
        return new ApiKeyDocument(
                key.id(),
                key.name(),
                key.prefix(),
                key.scopes().stream().map(ApiScope::key).sorted().toList(),
                key.creditsPerDay(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }
}
