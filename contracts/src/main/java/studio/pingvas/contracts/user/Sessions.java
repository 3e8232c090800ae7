package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sign-ins of people. An ended session is refused on every node within five seconds. */
@Local
public interface Sessions {
    /** Newest first. */
    List<SessionView> list(UUID userId);

    /** Who is in the session, with the roles of now; empty if it is not open any more. */
    Optional<Identity> identityIn(UUID sessionId);

    /** Which of the sessions are open. Asking does not count as use, so it prolongs none. */
    Set<UUID> openAmong(Set<UUID> sessionIds);

    /**
     * Ends one session: its cookie, its refresh tokens, its access tokens. Once more is harmless.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such session
     */
    void end(UUID userId, UUID sessionId);

    /**
     * Ends every session of the user but one.
     *
     * @param kept or null for none
     */
    void endOthers(UUID userId, UUID kept);

    /** Ends the session of a refresh token; an unknown token does nothing. */
    void endByRefreshToken(String refreshToken);
}
