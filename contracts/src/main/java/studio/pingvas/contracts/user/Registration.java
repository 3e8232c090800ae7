package studio.pingvas.contracts.user;

/**
 * @param email address, kept in lower case
 * @param password 8 to 256 characters of any kind
 * @param displayName 1 to 100 characters
 */
public record Registration(String email, String password, String displayName) {
    @Override
    public String toString() {
        return "Registration[email=" + email + "]";
    }
}
