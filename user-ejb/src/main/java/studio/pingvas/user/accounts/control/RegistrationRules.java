package studio.pingvas.user.accounts.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.user.Registration;

/** What an account needs, all of it checked at once. */
public final class RegistrationRules {
    public static final int MAX_EMAIL = 255;
    public static final int MAX_DISPLAY_NAME = 100;

    /** As browsers check {@code input type=email} (HTML, section 4.10.5.1.5), with a dot. */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+"
                            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

    private RegistrationRules() {}

    /**
     * @return the registration as it is kept: address in lower case, name without outer spaces
     * @throws InvalidRequestException naming every value that is not acceptable
     */
    public static Registration accept(Registration registration) {
        List<Violation> violations = new ArrayList<>();
        if (!isEmail(registration.email())) {
            violations.add(new Violation("/email", "Not an email address."));
        }
        PasswordRules.problemOf(registration.password(), registration.email())
                .ifPresent(problem -> violations.add(new Violation("/password", problem)));
        if (!isDisplayName(registration.displayName())) {
            violations.add(
                    new Violation("/display_name", "A name has 1 to 100 printable characters."));
        }
        ProfileRules.problemOfLanguage(registration.language())
                .ifPresent(problem -> violations.add(new Violation("/language", problem)));
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return new Registration(
                normalized(registration.email()),
                registration.password(),
                registration.displayName().strip(),
                registration.language());
    }

    public static boolean isEmail(String text) {
        return text != null && text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    /** Addresses are compared and kept in lower case. */
    public static String normalized(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    public static boolean isDisplayName(String text) {
        return text != null
                && isLengthBetween(text.strip(), 1, MAX_DISPLAY_NAME)
                && text.codePoints().noneMatch(RegistrationRules::isUnprintable);
    }

    /** Control characters, halves of surrogate pairs and codes without a character. */
    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isLengthBetween(String text, int least, int most) {
        return text != null && text.length() >= least && text.length() <= most;
    }
}
