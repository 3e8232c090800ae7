package studio.pingvas.contracts.user;

/**
 * @param email address, kept in lower case
 * @param password 8 to 256 characters of any kind
 * @param displayName 1 to 100 characters
 * @param language of mails: {@code en} or {@code ko}; null for English
 */
public record Registration(String email, String password, String displayName, String language) {
    public Registration(String email, String password, String displayName) {
        this(email, password, displayName, null);
    }

    @Override
    public String toString() {
        return "Registration[email=" + email + "]";
    }
}
