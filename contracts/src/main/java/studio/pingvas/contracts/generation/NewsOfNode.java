package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.function.Consumer;
import studio.pingvas.contracts.generation.message.RecordedEvent;

/**
 * What this node does to jobs, told without the broker, which tells the others. It may be lost or
 * come out of order like {@link studio.pingvas.contracts.generation.message.JobEventsRecorded}.
 */
@Local
public interface NewsOfNode {
    /**
     * Hands it all news from now on.
     *
     * @param listener called by one thread at a time, which it must not keep; this has the naming
     *     context of another module, with which the listener's beans cannot be made
     */
    void listen(Consumer<List<RecordedEvent>> listener);

    /** Hands it no more. */
    void forget(Consumer<List<RecordedEvent>> listener);

    /** Whether news from the broker come from this node, so that listeners have had them. */
    boolean isOwn(String node);
}
