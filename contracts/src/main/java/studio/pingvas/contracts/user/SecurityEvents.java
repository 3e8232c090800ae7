package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** The audit log: what happened to accounts. It can be added to and read, never changed. */
@Local
public interface SecurityEvents {
    /**
     * Adds an entry about an act at the web edge or of an administrator.
     *
     * @param type kebab-case, at most 40 characters
     * @param detail one sentence without secrets, at most 500 characters
     */
    void note(String type, UUID userId, UUID actor, String address, String detail);

    /**
     * @param userId or null for all, which is for administrators
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    SecurityEventPage list(UUID userId, String cursor, int limit);

    /** The number of the first entry that does not follow from the one before; 0 if all do. */
    long firstBrokenLink();
}
