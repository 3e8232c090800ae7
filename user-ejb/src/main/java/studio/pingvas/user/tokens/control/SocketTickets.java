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

    public SocketTicket issue(UUID userId) {
        entities.createNativeQuery("DELETE FROM socket_ticket WHERE expires_at < now()")
                .executeUpdate();
        String ticket = SecretTokens.create();
        long life = settings.ticketLife().toSeconds();
        entities.createNativeQuery(
                        "INSERT INTO socket_ticket (ticket_sha256, account_id, expires_at)"
                                + " VALUES (?1, ?2, now() + make_interval(secs => ?3))")
                .setParameter(1, SecretTokens.sha256(ticket))
                .setParameter(2, userId)
                .setParameter(3, life)
                .executeUpdate();
        return new SocketTicket(ticket, life);
    }

    public UUID redeem(String ticket) {
        if (ticket == null) {
            throw new TokenInvalidException();
        }
        List<?> owners =
                entities.createNativeQuery(
                                "DELETE FROM socket_ticket"
                                        + " WHERE ticket_sha256 = ?1 AND expires_at > now()"
                                        + " RETURNING account_id")
                        .setParameter(1, SecretTokens.sha256(ticket))
                        .getResultList();
        if (owners.isEmpty()) {
            throw new TokenInvalidException();
        }
        return (UUID) owners.get(0);
    }
}
