package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.UUID;

/** An account as its owner sees it; pictures and texts that are not set are null. */
public record AccountView(
        UUID id,
        String email,
        String displayName,
        String avatarUrl,
        String language,
        boolean emailVerified,
        Instant createdAt,
        Instant lastLoginAt) {}
