package studio.pingvas.generation.queue.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.control.TierLines;
import studio.pingvas.generation.line.entity.TierState;

/**
 * Stops the dispatch of tiers and starts it again; for everything, name all tiers. Jobs that were
 * dispatched already are not stopped, and new ones are accepted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LinePauses {
    @Inject TierLines tiers;
    @Inject Event<LineResumed> resumed;

    /**
     * @param actor who wants it; kept with the tier
     */
    public void pause(Collection<Tier> paused, String actor) {
        paused.forEach(tier -> tiers.pause(tier, true, actor));
    }

    public void resume(Collection<Tier> paused, String actor) {
        paused.forEach(tier -> tiers.pause(tier, false, actor));
        resumed.fire(new LineResumed());
    }

    /** In the order of the tiers. */
    public List<TierState> states() {
        return tiers.states();
    }
}
