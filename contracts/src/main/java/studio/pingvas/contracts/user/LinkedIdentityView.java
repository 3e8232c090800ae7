package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * @param provider name of the provider
 * @param email address there, null if it tells none
 */
public record LinkedIdentityView(UUID id, String provider, String email, Instant linkedAt) {}
