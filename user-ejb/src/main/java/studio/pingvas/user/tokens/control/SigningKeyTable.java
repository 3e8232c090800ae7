package studio.pingvas.user.tokens.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.tokens.entity.SigningKey;

/**
 * The signing keys in the database. Always in a transaction of its own: a key must be there for all
 * nodes before the first token is signed with it, whatever becomes of the request that needed it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeyTable {
    private static final Duration KEPT = Duration.ofDays(1);

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
            lock();
            if (noneSigns(now)) {
                entities.persist(KeyPairs.create(cipher, now));
                entities.flush();
            }
        }
        return newestFirst();
    }

    /**
     * Publishes the next key if the one that signs is as old as that, and forgets those that prove
     * nothing since a day.
     *
     * @return the next key, now or from before; empty if none is needed
     */
    public Optional<SigningKey> rotate(Instant now, Duration age) {
        lock();
        newestFirst().stream()
                .filter(key -> !key.verifiesAt(now.minus(KEPT)))
                .forEach(entities::remove);
        SigningKey newest =
                newestFirst().stream().filter(key -> key.verifiesAt(now)).findFirst().orElse(null);
        if (newest != null && newest.signsFrom().isAfter(now)) {
            return Optional.of(newest);
        }
        if (newest != null && newest.signsFrom().plus(age).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(succeed(now));
    }

    /** Tokens of the key are refused on every node within a minute. */
    public void withdraw(String kid, Instant now) {
        lock();
        SigningKey key = entities.find(SigningKey.class, kid);
        if (key == null) {
            throw new NotFoundException("The key");
        }
        key.retireAt(now);
    }

    public List<SigningKey> all() {
        return newestFirst();
    }

    /**
     * A node signs with what it knew up to a minute ago: the new key waits until all know it, and
     * the old ones prove tokens until the last one that they can have signed is over.
     */
    private SigningKey succeed(Instant now) {
        Instant signsFrom = now.plus(SigningKeys.FRESH.multipliedBy(2));
        Instant end =
                signsFrom
                        .plus(SigningKeys.FRESH)
                        .plus(settings.accessTokenLife())
                        .plus(AccessTokenVerifier.CLOCK_SKEW);
        newestFirst().forEach(key -> key.retireAt(end));
        SigningKey next = KeyPairs.create(cipher, signsFrom);
        entities.persist(next);
        return next;
    }

    /** Nodes that start or rotate together must agree on one key. */
    private void lock() {
        entities.createNativeQuery("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
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
