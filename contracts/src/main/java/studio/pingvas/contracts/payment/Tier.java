package studio.pingvas.contracts.payment;

import java.util.Locale;

/** What somebody has subscribed to, from the least to the most. */
public enum Tier {
    FREE,
    STARTER,
    PRO,
    STUDIO,
    ENTERPRISE;

    /** The name in the API, in settings and in the database: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if no tier has that key
     */
    public static Tier ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
