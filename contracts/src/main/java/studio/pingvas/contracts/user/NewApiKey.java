package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.Set;

/**
 * @param name 1 to 100 characters, for its owner
 * @param scopes at least one; {@code ADMIN} only for administrators
 * @param creditsPerDay at least 1, or null for no limit
 * @param expiresAt in the future, at most ten years from now, or null for never
 */
public record NewApiKey(String name, Set<ApiScope> scopes, Long creditsPerDay, Instant expiresAt) {}
