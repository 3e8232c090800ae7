package studio.pingvas.system.architecture.offender.features.payment.credits;

import studio.pingvas.system.architecture.offender.features.payment.plans.PlanOfOffender;

/** One half of a cycle. */
public class FeatureOffender {
    PlanOfOffender plan;
}
