package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** The keys that sign our access tokens; for administrators. */
@Local
public interface TokenKeys {
    /** The one that signs last first. */
    List<TokenKeyView> list();

    /**
     * Publishes a new key, which signs in two minutes; no good token is refused for it. If one is
     * on its way already, that one is told.
     *
     * @param actor the administrator, for the audit log
     */
    TokenKeyView rotate(UUID actor);

    /**
     * For a key that somebody has stolen: its tokens are refused on every node within a minute. If
     * it was the last that signs, people sign in again.
     *
     * @throws studio.pingvas.contracts.NotFoundException if there is no such key
     */
    void withdraw(UUID actor, String kid);
}
