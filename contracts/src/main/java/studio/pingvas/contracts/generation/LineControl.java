package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/**
 * What administrators do with the line. While a tier is paused, its jobs are accepted and wait;
 * those that were sent to workers before are still made.
 */
@Local
public interface LineControl {
    /**
     * @param tier null for all
     * @param administrator who wants it; kept with the tier
     */
    void pause(Tier tier, UUID administrator);

    /** As {@link #pause}, the other way round. */
    void resume(Tier tier, UUID administrator);

    /** From free to enterprise. */
    List<TierPause> pauses();
}
