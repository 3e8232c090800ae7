package studio.pingvas.generation.webhooks.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.platform.KeyCipher;

/**
 * What signs the deliveries of users: kept sealed, because it must be read again, unlike a
 * password.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookSecrets {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject
    @ConfigProperty(name = "studio.master-key")
    String masterKey;

    private final SecureRandom random = new SecureRandom();

    /**
     * The secret of the user, made now if there is none.
     *
     * @return nothing if the account of the user is deleted
     */
    public Optional<String> of(UUID userId) {
        Optional<String> known = find(userId);
        if (known.isEmpty()) {
            write(userId, "DO NOTHING");
        }
        return known.or(() -> find(userId));
    }

    /**
     * @return the new secret
     * @throws NotFoundException if the account of the user is deleted
     */
    public String renew(UUID userId) {
        return write(userId, "DO UPDATE SET sealed = excluded.sealed, created_at = now()")
                .orElseThrow(() -> new NotFoundException("The account"));
    }

    public void forget(UUID userId) {
        entities.createNativeQuery("DELETE FROM webhook_secret WHERE user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    private Optional<String> find(UUID userId) {
        List<?> rows =
                entities.createNativeQuery("SELECT sealed FROM webhook_secret WHERE user_id = ?1")
                        .setHint("eclipselink.transaction.join-existing", "true")
                        .setParameter(1, userId)
                        .getResultList();
        return rows.stream().findFirst().map(row -> open(userId, (byte[]) row));
    }

    private Optional<String> write(UUID userId, String onConflict) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int written =
                entities.createNativeQuery(
                                "INSERT INTO webhook_secret (user_id, sealed) SELECT ?1, ?2 WHERE"
                                        + " NOT EXISTS (SELECT FROM erasure WHERE user_id = ?1) ON"
                                        + " CONFLICT (user_id) "
                                        + onConflict)
                        .setParameter(1, userId)
                        .setParameter(2, seal(userId, secret))
                        .executeUpdate();
        return written == 0 ? Optional.empty() : Optional.of(secret);
    }

    private byte[] seal(UUID userId, String secret) {
        try {
            return cipher().seal(nameOf(userId), secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of a user cannot be sealed", e);
        }
    }

    private String open(UUID userId, byte[] sealed) {
        try {
            return new String(cipher().open(nameOf(userId), sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of a user cannot be opened; is studio.master-key the one it was"
                            + " sealed with?",
                    e);
        }
    }

    private KeyCipher cipher() {
        return new KeyCipher(Base64.getDecoder().decode(masterKey));
    }

    private static String nameOf(UUID userId) {
        return "webhook-secret:" + userId;
    }
}
