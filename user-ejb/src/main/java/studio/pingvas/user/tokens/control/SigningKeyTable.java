package studio.pingvas.user.tokens.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.tokens.entity.SigningKey;

/**
 * The signing keys in the database. Always in a transaction of its own: a key must be there for all
 * nodes before the first token is signed with it, whatever becomes of the request that needed it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeyTable {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject UserSettings settings;

    private KeyCipher cipher;

    @PostConstruct
    void prepareCipher() {
        cipher = new KeyCipher(settings.masterKeyBytes());
    }

    /** All keys, newest first; among them at least one that signs, made now if there was none. */
    public List<SigningKey> load(Instant now) {
        if (noneSigns(now)) {
            // Nodes that start together must agree on one key.
            entities.createNativeQuery("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE")
                    .executeUpdate();
            if (noneSigns(now)) {
                entities.persist(KeyPairs.create(cipher, now));
                entities.flush();
            }
        }
        return newestFirst();
    }

    private boolean noneSigns(Instant now) {
        return newestFirst().stream().noneMatch(key -> key.signsAt(now));
    }

    private List<SigningKey> newestFirst() {
        return entities.createQuery(
                        "SELECT k FROM SigningKey k ORDER BY k.signsFrom DESC, k.kid",
                        SigningKey.class)
                .getResultList();
    }
}
