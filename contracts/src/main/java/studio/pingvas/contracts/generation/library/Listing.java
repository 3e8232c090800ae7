package studio.pingvas.contracts.generation.library;

import java.time.Instant;
import java.util.UUID;

/**
 * What the library keeps of an item beside its content.
 *
 * @param version counts the changes from 1; whoever changes the item names the one that was seen
 */
public record Listing(
        UUID id,
        Origin origin,
        Visibility visibility,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
