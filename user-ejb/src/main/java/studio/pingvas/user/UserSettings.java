package studio.pingvas.user;

import java.time.Duration;
import java.util.Base64;

/**
 * @param issuer name of this installation in tokens: its public address
 * @param audience whom access tokens are meant for
 * @param masterKey AES-256 key that protects the signing keys, in Base64
 * @param accessTokenLife how long an access token is good
 * @param refreshIdle how long a refresh token may lie unused
 * @param refreshAbsolute how long one sign-in can be prolonged
 * @param refreshGrace how long a used refresh token gives its successor once more, for two tabs
 *     that refresh at once
 * @param ticketLife how long a socket ticket is good
 */
public record UserSettings(
        String issuer,
        String audience,
        String masterKey,
        Duration accessTokenLife,
        Duration refreshIdle,
        Duration refreshAbsolute,
        Duration refreshGrace,
        Duration ticketLife) {
    private static final Duration MAX_GRACE = Duration.ofSeconds(10);
    private static final int MASTER_KEY_BYTES = 32;

    public UserSettings {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("Issuer and audience of tokens must be set");
        }
        if (Base64.getDecoder().decode(masterKey).length != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException("studio.master-key must be 256 bits in Base64");
        }
        for (Duration life : new Duration[] {accessTokenLife, refreshIdle, ticketLife}) {
            if (life.isNegative() || life.isZero()) {
                throw new IllegalArgumentException("The life of a token must be positive");
            }
        }
        if (refreshAbsolute.compareTo(refreshIdle) < 0) {
            throw new IllegalArgumentException("Idle life is longer than the absolute one");
        }
        if (refreshGrace.isNegative() || refreshGrace.compareTo(MAX_GRACE) > 0) {
            throw new IllegalArgumentException("studio.tokens.refresh-grace is 0 to 10 seconds");
        }
    }

    public byte[] masterKeyBytes() {
        return Base64.getDecoder().decode(masterKey);
    }

    /** Without the master key: records are printed by accident. */
    @Override
    public String toString() {
        return "UserSettings[issuer=" + issuer + ", audience=" + audience + "]";
    }
}
