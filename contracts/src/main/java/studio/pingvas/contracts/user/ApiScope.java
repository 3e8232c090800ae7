package studio.pingvas.contracts.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The scope that the role stands for, if it is one of a key. */
    public static Optional<ApiScope> ofRole(String role) {
        return Arrays.stream(values()).filter(scope -> scope.role().equals(role)).findFirst();
    }

    /** The scope of that name in the API, if there is one. */
    public static Optional<ApiScope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }
}
