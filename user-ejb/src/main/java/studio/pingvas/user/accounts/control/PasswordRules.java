package studio.pingvas.user.accounts.control;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.Sentence;

/**
 * Which passwords are taken: by length and by how soon they are guessed. No rule asks for digits or
 * signs; such rules make passwords worse (NIST SP 800-63B, section 5.1.1.2).
 */
public final class PasswordRules {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 256;

    private PasswordRules() {}

    /**
     * @param pointer JSON pointer to the password in the request
     * @throws InvalidRequestException if the password is not acceptable
     */
    public static void require(String pointer, String password, String email) {
        problemOf(password, email)
                .ifPresent(
                        problem -> {
                            throw new InvalidRequestException(
                                    List.of(new Violation(pointer, problem)));
                        });
    }

    /**
     * @param email null if it is not known
     * @return what is wrong with it, for people
     */
    static Optional<Sentence> problemOf(String password, String email) {
        if (password == null || password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            return Optional.of(
                    Sentence.of("A password has {0} to {1} characters.", MIN_LENGTH, MAX_LENGTH));
        }
        if (CommonPasswords.include(password, partsOf(email))) {
            return Optional.of(
                    Sentence.of("This password is one of the first that are tried. Take another."));
        }
        return Optional.empty();
    }

    private static Set<String> partsOf(String email) {
        Set<String> parts = new HashSet<>();
        if (email != null) {
            String lower = email.toLowerCase(Locale.ROOT);
            parts.add(lower);
            parts.add(lower.substring(0, Math.max(0, lower.indexOf('@'))));
        }
        return parts;
    }
}
