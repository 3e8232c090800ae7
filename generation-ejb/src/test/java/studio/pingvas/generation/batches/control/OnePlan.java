package studio.pingvas.generation.batches.control;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;

/** The same plan for everybody. */
record OnePlan(Plan plan) implements Entitlements {
    @Override
    public Plan planOf(UUID userId) {
        return plan;
    }

    @Override
    public List<Plan> plans() {
        return List.of(plan);
    }
}
