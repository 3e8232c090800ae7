package studio.pingvas.user.tokens.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UserSettings;

/** Tickets that open a socket on any node, once. */
@Stateless
public class SocketTickets {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject UserSettings settings;

    /**
     * Whom a ticket was given to. A session that ends takes its tickets along, and so does a key
     * that is revoked.
     *
     * @param sessionId null for a caller without a session
     * @param apiKeyId null for a caller without a key
     */
    public record Holder(UUID userId, UUID sessionId, UUID apiKeyId) {}

    public SocketTicket issue(Holder holder) {
        entities.createNativeQuery("DELETE FROM socket_ticket WHERE expires_at < now()")
                .executeUpdate();
        String ticket = SecretTokens.create();
        long life = settings.ticketLife().toSeconds();
        entities.createNativeQuery(
                        "INSERT INTO socket_ticket (ticket_sha256, account_id, session_id,"
                                + " api_key_id, expires_at) VALUES (?1, ?2, cast(?3 AS uuid),"
                                + " cast(?4 AS uuid), now() + make_interval(secs => ?5))")
                .setParameter(1, SecretTokens.sha256(ticket))
                .setParameter(2, holder.userId())
                .setParameter(3, textOf(holder.sessionId()))
                .setParameter(4, textOf(holder.apiKeyId()))
                .setParameter(5, life)
                .executeUpdate();
        return new SocketTicket(ticket, life);
    }

    public Holder redeem(String ticket) {
        if (ticket == null) {
            throw new TokenInvalidException();
        }
        List<?> holders =
                entities.createNativeQuery(
                                "DELETE FROM socket_ticket"
                                        + " WHERE ticket_sha256 = ?1 AND expires_at > now()"
                                        + " RETURNING account_id, session_id, api_key_id")
                        .setParameter(1, SecretTokens.sha256(ticket))
                        .getResultList();
        if (holders.isEmpty()) {
            throw new TokenInvalidException();
        }
        Object[] holder = (Object[]) holders.get(0);
        return new Holder((UUID) holder[0], (UUID) holder[1], (UUID) holder[2]);
    }

    /** For a cast: an unset parameter would have no type of its own. */
    private static String textOf(UUID id) {
        return id == null ? null : id.toString();
    }
}
