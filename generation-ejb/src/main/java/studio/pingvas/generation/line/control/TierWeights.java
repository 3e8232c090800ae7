package studio.pingvas.generation.line.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.contracts.payment.Tier;

/** The shares of the tiers while all of them have jobs waiting. */
@ApplicationScoped
public class TierWeights {
    @Inject Config config;

    private Map<Tier, Double> weights;

    @PostConstruct
    void read() {
        weights = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            String name = "studio.queue.weight." + tier.key();
            double weight = config.getValue(name, Double.class);
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(name + " must be above 0, not " + weight);
            }
            weights.put(tier, weight);
        }
    }

    public Map<Tier, Double> byTier() {
        return weights;
    }
}
