package studio.pingvas.user.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.platform.concurrent.RecentAnswers;

/**
 * Who is in a session, asked with every request and answered from memory for five seconds: so long
 * can another node's end of a session, or change of a role, stay unknown here.
 */
@ApplicationScoped
public class OpenSessions {
    static final Duration LIFE = Duration.ofSeconds(5);

    private static final int CAPACITY = 20_000;

    @Inject SessionTable table;

    private final RecentAnswers<UUID, Optional<Identity>> answers =
            new RecentAnswers<>(CAPACITY, LIFE);

    /** Whose session it is, with the roles of now; empty if it is not open. */
    public Optional<Identity> identityIn(UUID sessionId) {
        return answers.get(sessionId, table::identityIn);
    }

    /** To be called after a change of the account or its sessions has been committed. */
    public void forget(UUID accountId) {
        answers.forget(
                answer -> answer.map(Identity::userId).filter(accountId::equals).isPresent());
    }
}
