package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;

/** What a tier allows of one request. */
record TierLimits(Plan plan) {

    boolean allows(Extent extent) {
        return extent.pixels() <= plan.maxPixels();
    }

    void requireExtent(Extent extent) {
        if (!allows(extent)) {
            throw new OverTierLimitException(
                    "Pictures of the {0} tier have at most {1} pixels.",
                    plan.tier().key(), plan.maxPixels());
        }
    }

    void requireSteps(int steps) {
        if (steps > plan.maxSteps()) {
            throw new OverTierLimitException(
                    "The {0} tier allows {1} steps.", plan.tier().key(), plan.maxSteps());
        }
    }

    void requireCount(int count) {
        if (count > plan.maxImages()) {
            throw new OverTierLimitException(
                    "The {0} tier allows {1} pictures per request.",
                    plan.tier().key(), plan.maxImages());
        }
    }
}
