package studio.pingvas.contracts.payment;

import java.util.Locale;

/** How often a subscription is paid. */
public enum BillingInterval {
    MONTH,
    YEAR;

    /** The name in the API, in settings and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
