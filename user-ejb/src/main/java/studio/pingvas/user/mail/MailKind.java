package studio.pingvas.user.mail;

import java.util.Locale;
import java.util.Set;

/** What a mail tells. Its texts stand in the bundles beside this class, by {@link #key}. */
public enum MailKind {
    VERIFY_EMAIL("link"),
    RESET_PASSWORD("link"),
    PASSWORD_CHANGED,
    IDENTITY_LINKED("provider"),
    /** A refresh token was used twice, so its whole family ended. */
    SESSIONS_ENDED,
    ACCOUNT_DELETED,
    WELCOME_TO_PLAN("plan", "credits"),
    PAYMENT_FAILED("grace_end"),
    SUBSCRIPTION_ENDING("plan", "end"),
    SUBSCRIPTION_ENDED("plan"),
    STORAGE_OVER_QUOTA("used", "quota");

    private final Set<String> valueNames;

    MailKind(String... valueNames) {
        this.valueNames = Set.of(valueNames);
    }

    /** The names of the values that its texts speak of, ready for people to read. */
    public Set<String> valueNames() {
        return valueNames;
    }

    /** The name in the table and in the bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static MailKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
