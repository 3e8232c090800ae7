package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** How the queue stands. What concerns everybody may be a second old. */
@Local
public interface QueueStatus {
    QueueStatusView of(UUID userId);

    /** For those who watch over the installation. */
    QueueMeasures measures();

    /**
     * Of the next jobs of all users those that have waited for longest, oldest first, at most 100.
     */
    List<JobGlance> longestWaiting(int most);

    /** Jobs of anybody that have run for longest, oldest first, at most 100. */
    List<JobGlance> longestRunning(int most);
}
