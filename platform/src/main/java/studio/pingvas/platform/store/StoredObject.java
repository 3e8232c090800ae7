package studio.pingvas.platform.store;

import java.time.Instant;

/**
 * An object in a list.
 *
 * @param modifiedAt when it was stored, by the clock of the store
 */
public record StoredObject(String key, long bytes, Instant modifiedAt) {}
