package studio.pingvas.generation.jobs.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;

/**
 * Which job a request names, and what it asked for.
 *
 * @param jobId made of user, route and key, so that a repeated request names the same job; without
 *     a key a new one
 * @param sha256 over the request, to tell a repetition from a reuse of the key
 */
public record IdempotentRequest(UUID jobId, String sha256) {
    private static final int MAX_KEY_LENGTH = 255;

    /**
     * @param uploads what tells the files that came with it from others
     */
    public static IdempotentRequest of(
            UUID userId, GenerationRequest request, String uploads, String key) {
        String digest = sha256(String.join("\n", request.kind(), Json.write(request), uploads));
        if (key == null) {
            return new IdempotentRequest(Uuid7.create(), digest);
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequestException(
                    "", "Idempotency-Key has 1 to " + MAX_KEY_LENGTH + " characters.");
        }
        String name = userId + "\n/generate/" + request.kind() + "\n" + key;
        return new IdempotentRequest(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), digest);
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
