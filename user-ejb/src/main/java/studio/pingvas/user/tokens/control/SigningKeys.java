package studio.pingvas.user.tokens.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.user.UserSettings;

/**
 * The signing keys, kept in memory for a minute: so long may another node's new key stay unknown
 * here, and a withdrawn one stay good.
 */
@ApplicationScoped
public class SigningKeys {
    static final Duration FRESH = Duration.ofSeconds(60);

    @Inject SigningKeyTable table;
    @Inject UserSettings settings;

    Clock clock = Clock.systemUTC();

    private final AtomicReference<KeyRing> current = new AtomicReference<>();
    private KeyCipher cipher;

    @PostConstruct
    void prepareCipher() {
        cipher = new KeyCipher(settings.masterKeyBytes());
    }

    /** What was changed here is known here at once; other nodes follow within a minute. */
    public void forget() {
        current.set(null);
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    public String publicKeys() {
        return ring().publicKeys();
    }

    /**
     * Whatever kid a token names: a new key is published for longer than this memory lasts before
     * it signs, so that a flood of made-up kids is no reason to ask the database.
     */
    KeyRing ring() {
        KeyRing ring = current.get();
        return isFresh(ring) ? ring : reload();
    }

    private boolean isFresh(KeyRing ring) {
        return ring != null && clock.instant().isBefore(ring.loadedAt().plus(FRESH));
    }

    /** One at a time: those who waited find what the first has read. */
    private synchronized KeyRing reload() {
        KeyRing ring = current.get();
        if (isFresh(ring)) {
            return ring;
        }
        Instant now = clock.instant();
        KeyRing loaded = KeyRing.of(table.load(now), cipher, now);
        current.set(loaded);
        return loaded;
    }
}
