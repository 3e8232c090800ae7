package studio.pingvas.web.faces.payment;

import java.util.Locale;
import studio.pingvas.contracts.payment.Plan;

/**
 * A plan beside the one that somebody has.
 *
 * @param usdCents price of the interval that is shown; null if it has none
 * @param step what can be done about it
 * @param chargedNow whether a change to it costs something at once
 */
public record PlanCard(Plan plan, Integer usdCents, Step step, boolean chargedNow) {
    /** Ways from the plan that somebody has to this one. */
    public enum Step {
        /** It is the one. */
        CURRENT,
        /** Subscribe for the first time. */
        BUY,
        /** To a plan with more. */
        UP,
        /** To a plan with less. */
        DOWN,
        /** The same plan, paid by the other interval. */
        OTHER_INTERVAL,
        /** By a contract. */
        ASK,
        /** Not from where the person is now. */
        NONE;

        /** In the names of texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isChange() {
        return step == Step.UP || step == Step.DOWN || step == Step.OTHER_INTERVAL;
    }

    public boolean isBuyable() {
        return step == Step.BUY;
    }

    public boolean isCurrent() {
        return step == Step.CURRENT;
    }

    public boolean isByContract() {
        return step == Step.ASK;
    }
}
