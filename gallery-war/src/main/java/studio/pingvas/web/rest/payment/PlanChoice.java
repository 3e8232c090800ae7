package studio.pingvas.web.rest.payment;

import java.util.Locale;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Tier;

/**
 * @param tier of the plan
 * @param interval {@code month} or {@code year}; without it a new subscription is paid by the
 *     month, and an old one as before
 */
public record PlanChoice(String tier, String interval) {
    static PlanChoice require(PlanChoice choice) {
        if (choice == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        return choice;
    }

    Tier wantedTier() {
        try {
            return Tier.ofKey(String.valueOf(tier));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/tier", "There is no such plan.");
        }
    }

    BillingInterval intervalOr(BillingInterval otherwise) {
        if (interval == null) {
            return otherwise;
        }
        try {
            return BillingInterval.valueOf(interval.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/interval", "Must be month or year.");
        }
    }
}
