package studio.pingvas.model.registry.entity;

import java.time.Instant;

/**
 * The hash of a file as it was when it had this size and this time of change.
 *
 * @param modifiedAt to the microsecond
 */
public record VerifiedFile(
        String modelId, String fileName, long bytes, Instant modifiedAt, String sha256) {}
