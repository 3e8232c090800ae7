package studio.pingvas.user.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.platform.concurrent.RecentAnswers;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Proves keys, from memory for five seconds: so long can what another node did, or the end of an
 * owner's role, stay unknown here.
 */
@ApplicationScoped
public class GoodKeys {
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int CAPACITY = 10_000;

    @Inject ApiKeyTable table;

    /** By hash: memory holds no keys either. */
    private final RecentAnswers<ByteBuffer, Optional<Identity>> answers =
            new RecentAnswers<>(CAPACITY, LIFE);

    /**
     * @throws TokenInvalidException if it is unknown, revoked or expired, or its owner is gone
     */
    public Identity identityOf(String secret) {
        if (!KeySecret.isWellFormed(secret)) {
            throw new TokenInvalidException();
        }
        return answers.get(
                        ByteBuffer.wrap(SecretTokens.sha256(secret)),
                        sha256 -> table.identityOf(sha256.array()))
                .orElseThrow(TokenInvalidException::new);
    }

    /** To be called after the key's row was deleted and that was committed. */
    void forget(UUID keyId) {
        answers.forget(
                answer ->
                        answer.filter(identity -> identity.apiKey().keyId().equals(keyId))
                                .isPresent());
    }
}
