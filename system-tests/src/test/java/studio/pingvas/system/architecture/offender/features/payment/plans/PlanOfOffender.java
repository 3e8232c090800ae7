package studio.pingvas.system.architecture.offender.features.payment.plans;

import studio.pingvas.system.architecture.offender.features.payment.credits.FeatureOffender;

/** The other half. */
public class PlanOfOffender {
    FeatureOffender credits;
}
