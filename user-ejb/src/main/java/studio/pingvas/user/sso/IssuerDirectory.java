package studio.pingvas.user.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.pingvas.platform.concurrent.RecentAnswers;

/**
 * The issuers that are accepted, asked with requests and answered from memory: for five seconds a
 * change on another node can stay unknown here.
 */
@ApplicationScoped
public class IssuerDirectory {
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    @Inject SsoIssuerTable table;

    private final RecentAnswers<String, List<SsoIssuer>> answers = new RecentAnswers<>(1, LIFE);

    List<SsoIssuer> accepted() {
        return answers.get(
                ALL,
                all -> table.all().stream().filter(issuer -> issuer.settings().enabled()).toList());
    }

    Optional<SsoIssuer> accepted(String issuer) {
        return accepted().stream()
                .filter(each -> each.settings().issuer().equals(issuer))
                .findFirst();
    }

    /** To be called after a change has been committed. */
    void forget() {
        answers.forget(list -> true);
    }
}
