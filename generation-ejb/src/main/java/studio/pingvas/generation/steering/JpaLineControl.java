package studio.pingvas.generation.steering;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.generation.LineControl;
import studio.pingvas.contracts.generation.TierPause;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.queue.control.LinePauses;

@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaLineControl implements LineControl {
    @Inject LinePauses pauses;

    @Override
    public void pause(Tier tier, UUID administrator) {
        pauses.pause(thoseOf(tier), administrator.toString());
    }

    @Override
    public void resume(Tier tier, UUID administrator) {
        pauses.resume(thoseOf(tier), administrator.toString());
    }

    @Override
    public List<TierPause> pauses() {
        return pauses.states().stream()
                .map(
                        state ->
                                new TierPause(
                                        state.tier(),
                                        state.paused(),
                                        state.changedAt(),
                                        state.changedBy()))
                .toList();
    }

    private static Set<Tier> thoseOf(Tier tier) {
        return tier == null ? EnumSet.allOf(Tier.class) : EnumSet.of(tier);
    }
}
