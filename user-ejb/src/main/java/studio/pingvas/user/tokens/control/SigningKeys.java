package studio.pingvas.user.tokens.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import studio.pingvas.user.UserSettings;

/**
 * The signing keys, kept in memory for a minute: so long may another node's new key stay unknown
 * here, and a withdrawn one stay good.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Tokens with made-up kids must not make every request a query. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    @Inject SigningKeyTable table;
    @Inject UserSettings settings;

    Clock clock = Clock.systemUTC();

    private final AtomicReference<KeyRing> current = new AtomicReference<>();
    private KeyCipher cipher;

    @PostConstruct
    void prepareCipher() {
        cipher = new KeyCipher(settings.masterKeyBytes());
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    public String publicKeys() {
        return ring().publicKeys();
    }

    KeyRing ring() {
        KeyRing ring = current.get();
        return ring == null || isOlderThan(FRESH, ring) ? reload() : ring;
    }

    /** The ring, read again if it does not know the kid and was not read just now. */
    KeyRing ringThatMayKnow(String kid) {
        KeyRing ring = ring();
        boolean stale = ring.verifier(kid).isEmpty() && isOlderThan(LEAST_PAUSE, ring);
        return stale ? reload() : ring;
    }

    private boolean isOlderThan(Duration age, KeyRing ring) {
        return ring.loadedAt().plus(age).isBefore(clock.instant());
    }

    private KeyRing reload() {
        KeyRing ring = KeyRing.of(table.load(clock.instant()), cipher, clock.instant());
        current.set(ring);
        return ring;
    }
}
