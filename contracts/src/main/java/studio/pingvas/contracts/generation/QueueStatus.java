package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.UUID;

/** How the queue stands. What concerns everybody may be a second old. */
@Local
public interface QueueStatus {
    QueueStatusView of(UUID userId);

    /** For those who watch over the installation. */
    QueueMeasures measures();
}
