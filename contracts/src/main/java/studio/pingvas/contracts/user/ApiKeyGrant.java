package studio.pingvas.contracts.user;

import java.io.Serializable;
import java.util.UUID;

/**
 * @param keyId the API key
 * @param creditsPerDay most credits that may be spent with it from midnight to midnight UTC; null
 *     for no limit
 */
public record ApiKeyGrant(UUID keyId, Long creditsPerDay) implements Serializable {}
