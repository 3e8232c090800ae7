package studio.pingvas.contracts.user;

/**
 * What the owner of an account may change; null leaves a field as it is.
 *
 * @param displayName 1 to 100 characters
 * @param avatarUrl an https address of at most 500 characters, or empty for none
 * @param language {@code en} or {@code ko}: of mails, and of pages where the browser names none
 */
public record ProfileChange(String displayName, String avatarUrl, String language) {}
