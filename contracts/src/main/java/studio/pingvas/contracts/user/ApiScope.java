package studio.pingvas.contracts.user;

import java.util.Locale;

/** What an API key may be used for. */
public enum ApiScope {
    /** See jobs, images, models, balance and history. */
    READ,
    /** Ask for pictures and cancel jobs. */
    GENERATE,
    /** What the administrator who owns the key may do. */
    ADMIN;

    /** The name in the API and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a caller whose key has this scope; it never stands for {@code user}. */
    public String role() {
        return "key-" + key();
    }
}
