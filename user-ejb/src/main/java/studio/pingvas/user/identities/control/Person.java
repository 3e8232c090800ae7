package studio.pingvas.user.identities.control;

import studio.pingvas.user.accounts.control.RegistrationRules;

/**
 * Whom a provider has recognised. Its texts come from people who may be hostile: what is not
 * acceptable here is left out.
 *
 * @param email null unless the provider vouches for it
 * @param avatarUrl null if there is none
 */
public record Person(
        String issuer, String subject, String email, String displayName, String avatarUrl) {
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_URL = 2048;
    private static final String NAMELESS = "New user";

    /**
     * @param vouched whether the provider has verified the address
     * @param names candidates for a display name, best first, null where there is none
     */
    public static Person of(
            String issuer,
            String subject,
            String email,
            boolean vouched,
            String avatarUrl,
            String... names) {
        boolean usable = vouched && RegistrationRules.isEmail(email);
        return new Person(
                issuer,
                subject,
                usable ? RegistrationRules.normalized(email) : null,
                nameAmong(names),
                isPicture(avatarUrl) ? avatarUrl : null);
    }

    /** What a column can hold; NUL is no text to the database. */
    public static boolean isSubject(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_SUBJECT
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPicture(String url) {
        return url != null
                && url.length() <= MAX_URL
                && url.startsWith("https://")
                && url.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    private static String nameAmong(String... names) {
        for (String name : names) {
            if (RegistrationRules.isDisplayName(name)) {
                return name.strip();
            }
        }
        return NAMELESS;
    }
}
