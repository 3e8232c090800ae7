package studio.pingvas.user.identities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.user.openid.IdentitySettings;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Browsers on their way to a provider. A row is found by the state that the provider hands back and
 * by the secret of the browser together, and is gone when it was found.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Departures {
    private static final int LIFE_SECONDS = 600;

    /** Anybody can begin; when too many do, the oldest give way. */
    private static final int MOST = 50_000;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject IdentitySettings settings;

    /** Somebody who came back. */
    public record Returned(Passage passage, String returnPath, Optional<UUID> linkTo) {}

    public void note(
            Passage passage,
            String providerId,
            String browserSecret,
            String returnPath,
            UUID linkTo) {
        entities.createNativeQuery(
                        "DELETE FROM departure WHERE expires_at < now() OR state_sha256 IN"
                                + " (SELECT state_sha256 FROM departure"
                                + " ORDER BY expires_at DESC OFFSET ?1)")
                .setParameter(1, MOST - 1)
                .executeUpdate();
        entities.createNativeQuery(
                        "INSERT INTO departure (state_sha256, browser_sha256, provider, nonce,"
                                + " code_verifier, return_path, link_to, expires_at)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 AS uuid),"
                                + " now() + make_interval(secs => ?8))")
                .setParameter(1, SecretTokens.sha256(passage.state()))
                .setParameter(2, SecretTokens.sha256(browserSecret))
                .setParameter(3, providerId)
                .setParameter(4, passage.nonce())
                .setParameter(5, passage.codeVerifier())
                .setParameter(6, returnPath)
                .setParameter(7, linkTo == null ? null : linkTo.toString())
                .setParameter(8, LIFE_SECONDS)
                .executeUpdate();
    }

    public Optional<Returned> take(String state, String providerId, String browserSecret) {
        if (state == null || browserSecret == null) {
            return Optional.empty();
        }
        List<?> rows =
                entities.createNativeQuery(
                                "DELETE FROM departure WHERE state_sha256 = ?1"
                                        + " AND browser_sha256 = ?2 AND provider = ?3"
                                        + " AND expires_at > now()"
                                        + " RETURNING nonce, code_verifier, return_path, link_to")
                        .setParameter(1, SecretTokens.sha256(state))
                        .setParameter(2, SecretTokens.sha256(browserSecret))
                        .setParameter(3, providerId)
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(row -> returned(row, state, providerId));
    }

    private Returned returned(Object[] row, String state, String providerId) {
        String redirectUri = settings.callbackOf(providerId);
        return new Returned(
                new Passage(redirectUri, state, (String) row[0], (String) row[1]),
                (String) row[2],
                Optional.ofNullable((UUID) row[3]));
    }
}
