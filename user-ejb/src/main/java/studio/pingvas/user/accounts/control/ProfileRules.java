package studio.pingvas.user.accounts.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.Sentence;
import studio.pingvas.contracts.user.ProfileChange;

/** What the owner of an account may write into it. */
public final class ProfileRules {
    private static final int MAX_AVATAR_URL = 500;
    private static final Set<String> LANGUAGES = Set.of("en", "ko");

    private ProfileRules() {}

    /**
     * @return the change as it is kept: name without outer spaces
     * @throws InvalidRequestException naming every value that is not acceptable
     */
    public static ProfileChange accept(ProfileChange change) {
        List<Violation> violations = new ArrayList<>();
        String name = change.displayName();
        if (name != null && !RegistrationRules.isDisplayName(name)) {
            violations.add(
                    new Violation("/display_name", "A name has 1 to 100 printable characters."));
        }
        String avatar = change.avatarUrl();
        if (avatar != null && !avatar.isEmpty() && !isSecureAddress(avatar)) {
            violations.add(
                    new Violation(
                            "/avatar_url",
                            "An https address of at most {0} characters, or empty for none.",
                            MAX_AVATAR_URL));
        }
        problemOfLanguage(change.language())
                .ifPresent(problem -> violations.add(new Violation("/language", problem)));
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return new ProfileChange(name == null ? null : name.strip(), avatar, change.language());
    }

    /** What is wrong with it; none is fine. */
    static Optional<Sentence> problemOfLanguage(String language) {
        return language == null || LANGUAGES.contains(language)
                ? Optional.empty()
                : Optional.of(Sentence.of("One of {0}.", "en, ko"));
    }

    private static boolean isSecureAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= MAX_AVATAR_URL
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
