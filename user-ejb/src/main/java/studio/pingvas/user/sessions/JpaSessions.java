package studio.pingvas.user.sessions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.user.tokens.control.SecretTokens;

/** Sessions in PostgreSQL. The table has the transactions: this node forgets after the commit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaSessions implements Sessions {
    @Inject SessionTable table;
    @Inject OpenSessions open;

    @Override
    public List<SessionView> list(UUID userId) {
        return table.list(userId);
    }

    @Override
    public Optional<Identity> identityIn(UUID sessionId) {
        return open.identityIn(sessionId);
    }

    @Override
    public Set<UUID> openAmong(Set<UUID> sessionIds) {
        return table.openAmong(sessionIds);
    }

    @Override
    public void end(UUID userId, UUID sessionId) {
        if (!table.end(userId, sessionId)) {
            throw new NotFoundException("The session");
        }
        open.forget(userId);
    }

    @Override
    public void endOthers(UUID userId, UUID kept) {
        table.endOthers(userId, kept);
        open.forget(userId);
    }

    @Override
    public void endByRefreshToken(String refreshToken) {
        table.ownerOf(SecretTokens.sha256(refreshToken))
                .ifPresent(
                        owner -> {
                            table.end(owner.accountId(), owner.sessionId());
                            open.forget(owner.accountId());
                        });
    }
}
