package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Sign-ins of people. An ended session is refused on every node within five seconds. */
@Local
public interface Sessions {
    /** Newest first. */
    List<SessionView> list(UUID userId);

    /** Whether the session of a page is still good. */
    boolean isOpen(UUID sessionId);

    /**
     * Ends one session: its cookie, its refresh tokens, its access tokens.
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
