package studio.pingvas.generation.jobs.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;

/**
 * Which job or batch a request names, and what it asked for.
 *
 * @param id made of user, route and key, so that a repeated request names the same; without a key a
 *     new one
 * @param sha256 over the request, to tell a repetition from a reuse of the key
 * @param isNew whether the id was made just now, so that nothing can have it
 */
public record IdempotentRequest(UUID id, String sha256, boolean isNew) {
    private static final int MAX_KEY_LENGTH = 255;

    /** One that no key names. */
    static IdempotentRequest unnamed(String sha256) {
        return new IdempotentRequest(Uuid7.create(), sha256, true);
    }

    /**
     * @param uploads what tells the files that came with it from others
     */
    public static IdempotentRequest of(
            UUID userId, GenerationRequest request, String uploads, String key) {
        String content = String.join("\n", request.kind(), Json.write(request), uploads);
        return of(userId, request.kind(), content, key);
    }

    /** As for a single job, in a name space of its own. */
    public static IdempotentRequest of(
            UUID userId, BatchRequest request, String uploads, String key) {
        GenerationRequest base = request.request();
        String kind = base == null ? "" : base.kind();
        String content = String.join("\n", kind, Json.write(request), uploads);
        return of(userId, BatchRequest.KIND, content, key);
    }

    private static IdempotentRequest of(UUID userId, String kind, String content, String key) {
        String digest = sha256(content);
        if (key == null) {
            return unnamed(digest);
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequestException(
                    "", "Idempotency-Key has 1 to {0} characters.", MAX_KEY_LENGTH);
        }
        String name = userId + "\n/generate/" + kind + "\n" + key;
        return new IdempotentRequest(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), digest, false);
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
