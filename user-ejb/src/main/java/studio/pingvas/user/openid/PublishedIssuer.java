package studio.pingvas.user.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What an issuer publishes: its endpoints and its keys. They are read at most once a minute,
 * however many tokens name a key that nobody knows; while an issuer does not answer, what was read
 * within the last hour holds. Nobody waits for it who can do without.
 */
public final class PublishedIssuer {
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration LEAST_PAUSE = Duration.ofMinutes(1);
    static final Duration HOLDS = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(17);
    private static final int MAX_WAITING = 16;

    private final String issuer;
    private final ForeignDocuments documents;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    private volatile Reading last;
    private volatile Instant triedAt = Instant.MIN;
    private volatile String problem;

    private record Reading(ProviderMetadata metadata, JWKSet keys, Instant at) {}

    public PublishedIssuer(String issuer, ForeignDocuments documents, Clock clock) {
        this.issuer = issuer;
        this.documents = documents;
        this.clock = clock;
    }

    public ProviderMetadata metadata() throws ForeignAnswerException {
        if (holding().isEmpty() || !isFresh(last)) {
            readAgain(holding().isPresent());
        }
        return holding()
                .map(Reading::metadata)
                .orElseThrow(() -> new ForeignAnswerException("The issuer does not answer."));
    }

    /** The key that proves a token; keys for encryption prove nothing. */
    Optional<JWK> key(String kid) {
        Optional<JWK> known = knownKey(kid);
        if (known.isPresent() && isFresh(last)) {
            return known;
        }
        readAgain(known.isPresent());
        return knownKey(kid);
    }

    /** When the keys were read the last time, null if they never were. */
    public Instant readAt() {
        Reading reading = last;
        return reading == null ? null : reading.at();
    }

    /** Why they could not be read the last time, null if they could. */
    public String problem() {
        return problem;
    }

    private Optional<JWK> knownKey(String kid) {
        return holding()
                .map(held -> held.keys().getKeyByKeyId(kid))
                .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
    }

    private Optional<Reading> holding() {
        return Optional.ofNullable(last).filter(held -> isWithin(HOLDS, held.at()));
    }

    private boolean isFresh(Reading reading) {
        return isWithin(FRESH, reading.at());
    }

    private boolean isWithin(Duration age, Instant time) {
        return clock.instant().isBefore(time.plus(age));
    }

    private boolean mayTry() {
        return triedAt.equals(Instant.MIN) || !isWithin(LEAST_PAUSE, triedAt);
    }

    private void readAgain(boolean canDoWithout) {
        if (!reading.isLocked() && !mayTry() || !comesNext(canDoWithout)) {
            return;
        }
        try {
            if (mayTry()) {
                triedAt = clock.instant();
                last = readNow();
                problem = null;
            }
        } catch (ForeignAnswerException e) {
            problem = e.getMessage();
        } finally {
            reading.unlock();
        }
    }

    private boolean comesNext(boolean canDoWithout) {
        if (canDoWithout || reading.getQueueLength() >= MAX_WAITING) {
            return reading.tryLock();
        }
        try {
            return reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reading readNow() throws ForeignAnswerException {
        Instant now = clock.instant();
        ProviderMetadata metadata = ProviderMetadata.of(issuer, documents);
        try {
            return new Reading(metadata, JWKSet.parse(documents.text(metadata.jwksUri())), now);
        } catch (ParseException e) {
            throw new ForeignAnswerException("The keys of the issuer are not a key set.", e);
        }
    }
}
